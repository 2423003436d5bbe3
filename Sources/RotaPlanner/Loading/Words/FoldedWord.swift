/// What counts of a free word (a skill, street, trade, class, kind) when words are compared: people type them by hand in many cells.
/// Ids are no free words; they stay exact.
struct FoldedWord: Hashable, Sendable {
  /// The word narrow and in lower case, without blanks, `-`, `_`, points and apostrophes, unless they part two digits; `St.`, `Rd` and the
  /// like behind a name are written out.
  let key: String
  /// The key without the ending of several (`riders`) or of those who do a work (`外卖员`, `建筑工人`), where a word is left.
  var stem: String { Self.stem(key) }

  init(_ word: String) { key = Self.joined(Self.parts(CellText.normalised(word).lowercased())) }

  /// The runs of characters that are not idle; a point belongs to the number it stands in.
  private static func parts(_ text: String) -> [Substring] {
    var parts = text.split { $0.isWhitespace || "-_.'’`·".contains($0) }
    if parts.count > 1, let last = parts.last, let whole = shortened[String(last)] { parts[parts.count - 1] = whole }
    return parts
  }

  private static func joined(_ parts: [Substring]) -> String {
    var joined = ""
    for part in parts {
      if joined.last?.isNumber == true, part.first?.isNumber == true { joined += "-" }
      joined += part
    }
    return joined
  }

  /// Only behind a name: `St. Mary` is no street.
  private static let shortened: [String: Substring] = [
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "ln": "lane",
    "sq": "square",
  ]

  private static func stem(_ key: String) -> String {
    guard let last = key.last else { return key }
    return last.isASCII ? singular(key) : withoutPerson(key)
  }

  private static func singular(_ key: String) -> String {
    guard key.count >= 4, key.hasSuffix("s"), key.dropLast().last?.isLetter == true else { return key }
    for ending in ["ss", "us", "is"] where key.hasSuffix(ending) { return key }
    if key.hasSuffix("ies"), key.count > 4 { return key.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where key.hasSuffix(ending) { return String(key.dropLast(2)) }
    return String(key.dropLast())
  }

  /// Two characters must be left, so that 社工 and 保安 stay what they are.
  private static func withoutPerson(_ key: String) -> String {
    for ending in ["工作人员", "服务员", "人员", "工人", "小哥", "师傅", "员", "工"] where key.hasSuffix(ending) {
      let rest = key.dropLast(ending.count)
      if rest.count >= 2 { return String(rest) }
    }
    return key
  }
}
