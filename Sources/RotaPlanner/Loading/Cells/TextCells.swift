extension CellType where Value == String {
  /// Text as typed.
  static var text: CellType { CellType(Message("expected.text")) { $0 } }
}

extension CellType where Value == [String] {
  /// Texts separated by `;`, `、`, `|` or their full-width forms, each once, in the order typed.
  static var list: CellType {
    CellType(Message("expected.list")) { text in
      var seen: Set<String> = []
      return text.unicodeScalars.split(whereSeparator: CellText.separatesItems).map { CellText.trimmed(String($0)) }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
    }.asList()
  }
}

extension CellType where Value: Sendable {
  /// One of several words; each choice may have several words, the first of which is shown in messages.
  static func choice(_ choices: [(words: [String], value: Value)]) -> CellType {
    @Sendable func expected() -> Message { Message("expected.choice", ["choices": choices.map { $0.words[0] }]) }
    let vocabulary = Vocabulary(choices.map(\.words))
    return CellType(expected()) { text throws(CellFault) in
      if let index = vocabulary.index(text) { return choices[index].value }
      let guess = didYouMean(text, among: choices.flatMap(\.words))
      throw CellFault(.valueNotChoice, expected(), fix: guess.map { Message("fix.didYouMean", ["guess": $0]) })
    }
  }
}

/// A place on the earth in millionths of a degree.
struct GeographicPoint: Hashable, Sendable {
  let latitude: Int
  let longitude: Int
}

extension CellType where Value == GeographicPoint {
  /// Latitude and longitude in degrees: `39.9123,116.3661`. A pair that can only be meant the other way round is turned.
  static var coordinates: CellType {
    CellType(Message("expected.coordinates"), .valueNotCoordinates) { text in
      let parts = text.split { ",; /".contains($0) }.map { FixedPoint.read(String($0), decimals: 6, exact: false) }
      guard parts.count == 2, let first = parts[0], let second = parts[1] else { return nil }
      let (latitude, longitude) = abs(first) > 90_000_000 ? (second, first) : (first, second)
      guard abs(latitude) <= 90_000_000, abs(longitude) <= 180_000_000 else { return nil }
      return GeographicPoint(latitude: latitude, longitude: longitude)
    }
  }
}
