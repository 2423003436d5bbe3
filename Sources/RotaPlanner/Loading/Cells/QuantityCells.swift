extension CellType where Value == Money {
  /// An amount in yuan; parts smaller than a thousandth of a fen are rounded.
  static func yuan(upTo limit: Int = 10_000_000) -> CellType {
    CellType<Int>.fixedPoint(decimals: 5, in: 0...limit * 100_000).map { Money(milliFen: $0) }
  }

  /// A rate in yuan per hour as money per minute, rounded half up.
  static var yuanPerHour: CellType {
    CellType<Int>.fixedPoint(decimals: 5, in: 0...100_000 * 100_000).map { Money(milliFen: ($0 + 30) / 60) }
  }

  /// A rate in yuan per kilometre as money per metre, rounded half up.
  static var yuanPerKilometre: CellType {
    CellType<Int>.fixedPoint(decimals: 5, in: 0...100_000 * 100_000).map { Money(milliFen: ($0 + 500) / 1000) }
  }
}

extension CellType where Value == Score {
  /// A price in service units, up to `limit`; one unit is one ordinary visit.
  static func units(upTo limit: Int = 100_000) -> CellType {
    CellType<Int>.fixedPoint(decimals: 6, in: 0...limit * 1_000_000).map { Score(micro: $0) }
  }
}

extension CellType where Value == Int {
  /// A temperature in degrees Celsius as tenths.
  static var celsius: CellType {
    let type = CellType<Int>.fixedPoint(decimals: 1, in: -600...600)
    return CellType(type.expected) { text throws(CellFault) in
      let plain = CellText.normalised(text).uppercased()
      let unit = ["℃", "°C", "C", "度"].first { plain.hasSuffix($0) } ?? ""
      return try type.read(String(plain.dropLast(unit.count)))
    }
  }

  /// Percent from 0 to `limit`; the sign `%` may follow.
  static func percent(upTo limit: Int) -> CellType {
    let type = CellType<Int>.integer(in: 0...limit)
    return CellType(type.expected) { text throws(CellFault) in
      let plain = CellText.normalised(text)
      return try type.read(plain.hasSuffix("%") ? CellText.trimmed(String(plain.dropLast())) : plain)
    }
  }

  /// Hours as minutes, up to `limit` hours: `37.5`, `8`, `1h30`. Unlike `duration`, a bare number counts hours.
  static func hours(upTo limit: Int) -> CellType {
    @Sendable func expected() -> Message { Message("expected.hours", ["limit": limit]) }
    return CellType(expected()) { text throws(CellFault) in
      let plain = CellText.normalised(text)
      let bare = FixedPoint.read(plain, decimals: 3, exact: true).map { ($0 * 60 + 500) / 1000 }
      guard let minutes = bare ?? TimeText.duration(plain) else { throw CellFault(.valueNotDuration, expected()) }
      guard (0...limit * 60).contains(minutes) else { throw CellFault(.valueOutOfRange, expected()) }
      return minutes
    }.remembered().doubting { text, mark in
      NumberDoubt.find(text, mark) {
        FixedPoint.read($0, decimals: 3, exact: false).map { $0 <= limit * 1000 } ?? false
      }
    }
  }
}

extension CellType where Value == String {
  /// A short id: full-width letters and digits are made narrow; separators of lists, line ends and more than 64
  /// characters are refused.
  static var id: CellType {
    CellType(Message("expected.id"), .valueNotID) { text in
      let isShort = text.utf8.count <= 64 || text.count <= 64
      return isShort && !text.unicodeScalars.contains(where: CellText.endsID) ? text : nil
    }
  }

  /// A word of a vocabulary the scenario extends at will (trades, skills, streets), in its normal form.
  static var word: CellType { CellType(Message("expected.text")) { CellText.normalised($0) } }
}

extension CellType where Value == [String] {
  /// Ids, separated as in a list.
  static var ids: CellType {
    CellType<[String]>.list.map { $0.map(CellText.normalised) }
  }

  /// Free words, separated as in a list or by commas, which are no part of a word.
  static var words: CellType {
    CellType<[String]>.list.map { items in
      items.flatMap { CellText.normalised($0).split(separator: ",") }.map { CellText.trimmed(String($0)) }.filter {
        !$0.isEmpty
      }
    }
  }
}
