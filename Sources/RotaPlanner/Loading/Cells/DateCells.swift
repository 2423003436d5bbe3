extension CellType where Value == CalendarDate {
  /// A date: `2026-07-06`, `2026/7/6`, `2026.7.6`, `20260706` or `2026年7月6日`; a midnight behind it, as spreadsheets
  /// export, is dropped.
  static var date: CellType {
    CellType(Message("expected.date"), .valueNotDate) { DateText.read($0) }
  }
}

private enum DateText {
  static func read(_ text: String) -> CalendarDate? {
    // A year of two digits is more likely a slip than the first century.
    guard let parts = numbers(text), parts.year >= 1000 else { return nil }
    return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
  }

  private static func numbers(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let day = withoutMidnight(text)
    if day.utf8.count == 8, let number = Int(day), day.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      return (number / 10_000, number / 100 % 100, number % 100)
    }
    let separators: Set<Character> = ["-", "/", ".", "年", "月"]
    var body = Substring(day)
    if let last = body.last, last == "日" || last == "号", body.contains("年") { body.removeLast() }
    let parts = body.split(omittingEmptySubsequences: false) { separators.contains($0) }
    let numbers = parts.map { number(CellText.trimmed(String($0))) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let dayOfMonth = numbers[2] else {
      return nil
    }
    return (year, month, dayOfMonth)
  }

  private static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    return Int(text)
  }

  private static func withoutMidnight(_ text: String) -> String {
    for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00"] where text.hasSuffix(midnight) {
      return CellText.trimmed(String(text.dropLast(midnight.count)))
    }
    return text
  }
}
