/// Which different words are so near that one is probably a slip of the other.
enum NearWords {
  /// Whether two words with different stems are near.
  static func areNear(_ first: FoldedWord, _ second: FoldedWord) -> Bool {
    if hasEnding(first.key, after: second.key) || hasEnding(second.key, after: first.key) { return true }
    // No ending is longer than this, and no slip.
    guard abs(first.key.utf8.count - second.key.utf8.count) <= 20 else { return false }
    let (one, two) = (Array(first.stem), Array(second.stem))
    let allowed = allowance(one, two)
    guard allowed > 0, abs(one.count - two.count) <= allowed, !areCounterparts(first.stem, second.stem) else {
      return false
    }
    // A slip seldom spoils both ends of a word.
    guard one.first == two.first || one.last == two.last else { return false }
    return editDistance(one, two) <= allowed
  }

  /// Han words of two characters differ by one as a rule, and so do short Latin ones.
  private static func allowance(_ one: [Character], _ two: [Character]) -> Int {
    let (short, long) = (min(one.count, two.count), max(one.count, two.count))
    if (one + two).contains(where: { !$0.isASCII }) { return short >= 2 && long >= 3 ? 1 : 0 }
    return short < 4 ? 0 : long >= 9 ? 2 : 1
  }

  /// `Zhanlan` and `Zhanlan Street`, 德胜 and 德胜街道.
  private static func hasEnding(_ long: String, after short: String) -> Bool {
    short.count >= 2 && long.count > short.count && long.hasPrefix(short)
      && endings.contains(String(long.dropFirst(short.count)))
  }

  private static let endings: Set<String> = [
    "street", "road", "avenue", "lane", "square", "district", "subdistrict", "area", "街道", "街", "路", "大街", "地区", "社区",
    "镇", "乡",
  ]

  /// Whether the words are numbered alike, or named by opposite sides: 广安门内 and 广安门外, `East Road` and `West Road`.
  private static func areCounterparts(_ first: String, _ second: String) -> Bool {
    func bare(_ word: String) -> String {
      sides.reduce(word.filter { !$0.isNumber && !oneSided.contains($0) }) { $0.replacing($1, with: "") }
    }
    return bare(first) == bare(second)
  }

  private static let sides = ["north", "south", "east", "west", "upper", "lower", "inner", "outer", "old", "new"]
  private static let oneSided: Set<Character> = Set("东西南北中内外上下前后左右大小新老一二三四五六七八九十甲乙丙丁戊")

  /// The candidate that a word is most likely meant for: a slip of it, or a word with it in front or behind (外卖小伙 has 外卖 in it).
  static func guess(_ word: String, among candidates: [String]) -> String? {
    if let slip = didYouMean(word, among: candidates) { return slip }
    let key = FoldedWord(word).key
    let folded = candidates.map { (candidate: $0, key: FoldedWord($0).key) }
    let least = key.contains { !$0.isASCII } ? 2 : 4
    let inside = folded.filter { $0.key.count >= least && (key.hasPrefix($0.key) || key.hasSuffix($0.key)) }
    if let longest = inside.max(by: { $0.key.count < $1.key.count }) { return longest.candidate }
    // `driver` beside `driving`.
    return folded.first { key.commonPrefix(with: $0.key).count >= max(4, least) }?.candidate
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Substring {
    var end = startIndex
    for (one, two) in zip(indices, other) {
      guard self[one] == two else { break }
      end = index(after: one)
    }
    return self[..<end]
  }
}
