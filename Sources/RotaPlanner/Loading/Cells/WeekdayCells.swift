/// A set of days of the week; Monday is 0, Sunday 6.
struct WeekdaySet: Hashable, Sendable {
  private(set) var bits: UInt8

  static let none = WeekdaySet(bits: 0)
  static let all = WeekdaySet(bits: 0b111_1111)
  static let mondayToFriday = WeekdaySet(bits: 0b001_1111)
  static let weekend = WeekdaySet(bits: 0b110_0000)

  func contains(_ weekday: Int) -> Bool { bits & (1 << UInt8(weekday)) != 0 }
  mutating func insert(_ weekday: Int) { bits |= 1 << UInt8(weekday) }
  mutating func formUnion(_ other: WeekdaySet) { bits |= other.bits }
  /// The days in order.
  var weekdays: [Int] { (0..<7).filter(contains) }
  var isEmpty: Bool { bits == 0 }
}

extension CellType where Value == WeekdaySet {
  /// Days of the week: `mon-fri`, `mon,wed`, `周一至周五`, `星期六日`, `daily`, `工作日`.
  static var weekdays: CellType {
    CellType(Message("expected.weekdays"), .valueNotWeekdays) { WeekdayText.read($0) }.asList()
  }
}

enum WeekdayText {
  /// Reads normalised text; nil when it does not name days of the week.
  static func read(_ text: String) -> WeekdaySet? {
    let words = text.lowercased().replacing("至", with: "-").replacing("到", with: "-").replacing("~", with: "-")
      .replacing(" to ", with: "-")
    let joined = words.replacing(" -", with: "-").replacing("- ", with: "-")
    let items = joined.split { ",;、/|和 +&".contains($0) }
    guard !items.isEmpty else { return nil }
    var set = WeekdaySet.none
    for item in items {
      guard let part = read(item: item) else { return nil }
      set.formUnion(part)
    }
    return set
  }

  private static func read(item: Substring) -> WeekdaySet? {
    if let group = groups[String(item)] { return group }
    let ends = item.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let first = weekday(ends[0]), let last = weekday(ends[1]) { return range(first, last) }
    if let single = weekday(item) {
      var set = WeekdaySet.none
      set.insert(single)
      return set
    }
    return chineseRun(item)
  }

  /// `周一三五`, `星期六日`: one prefix and several days.
  private static func chineseRun(_ item: Substring) -> WeekdaySet? {
    guard let prefix = ["周", "星期", "礼拜"].first(where: { item.hasPrefix($0) }) else { return nil }
    var set = WeekdaySet.none
    for character in item.dropFirst(prefix.count) {
      guard let day = weekday(Substring(String(character))) else { return nil }
      set.insert(day)
    }
    return set.isEmpty ? nil : set
  }

  /// The days from the first to the last, both included; over Sunday if the last comes before the first.
  private static func range(_ first: Int, _ last: Int) -> WeekdaySet {
    var set = WeekdaySet.none
    var day = first
    while day != last {
      set.insert(day)
      day = (day + 1) % 7
    }
    set.insert(last)
    return set
  }

  private static func weekday(_ text: Substring) -> Int? {
    var word = text
    for prefix in ["周", "星期", "礼拜"] where word.hasPrefix(prefix) { word = word.dropFirst(prefix.count) }
    if let index = english.firstIndex(where: { $0 == word || $0.prefix(3) == word }) { return index }
    return numerals.firstIndex { $0.contains(word) }
  }

  private static let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let numerals: [[Substring]] = [
    ["一", "1"], ["二", "2", "tues"], ["三", "3"], ["四", "4", "thur", "thurs"], ["五", "5"], ["六", "6"],
    ["日", "天", "7", "七", "末日"],
  ]
  private static let groups: [String: WeekdaySet] = [
    "daily": .all, "all": .all, "everyday": .all, "每天": .all, "每日": .all, "天天": .all, "全周": .all,
    "weekdays": .mondayToFriday, "工作日": .mondayToFriday, "weekend": .weekend, "weekends": .weekend,
    "周末": .weekend, "双休日": .weekend,
  ]
}
