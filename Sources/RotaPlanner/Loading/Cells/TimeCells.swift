extension CellType where Value == Minutes {
  /// A time of day in minutes from midnight, `24:00` included: `8:30`, `08:30`, `8`, `8点半`, `8点30分`.
  static var time: CellType {
    CellType(Message("expected.time"), .valueNotTime) { text in
      guard let minutes = TimeText.time(text), minutes <= 1440 else { return nil }
      return minutes
    }
  }

  /// A length of time in minutes, `range` with both ends included: `90`, `1h30`, `1.5h`, `1:30`, `90分钟`, `1小时30分`.
  static func duration(in range: ClosedRange<Minutes> = 0...525_600) -> CellType {
    CellType(Message("expected.duration")) { text throws(CellFault) in
      guard let minutes = TimeText.duration(CellText.normalised(text)) else {
        throw CellFault(.valueNotDuration, Message("expected.duration"))
      }
      guard range.contains(minutes) else {
        let bounds = Message("expected.minutes", ["low": range.lowerBound, "high": range.upperBound])
        throw CellFault(.valueOutOfRange, bounds)
      }
      return minutes
    }.remembered()
  }
}

extension CellType where Value == Minutes {
  /// A length of time that people say in hours, `range` in minutes with both ends included: like `duration`, but a bare number other than 0 is
  /// refused, since `12` is meant as hours as often as not.
  static func saidInHours(in range: ClosedRange<Minutes>) -> CellType {
    let duration = CellType.duration(in: range)
    return CellType(Message("expected.saidInHours")) { text throws(CellFault) in
      let plain = CellText.normalised(text)
      if let number = FixedPoint.read(plain, decimals: 3, exact: false), number != 0 {
        let fix =
          plain.contains(".")
          ? Message("fix.writeOther", ["other": plain + "h"])
          : Message("fix.hoursOrMinutes", ["hours": plain + "h", "minutes": plain + "min"])
        throw CellFault(.valueWithoutUnit, Message("expected.saidInHours"), fix: fix)
      }
      return try duration.read(text)
    }.remembered()
  }
}

enum TimeText {
  /// The minutes from midnight of a time up to so many (48:00); nil when the text is not a time. Days after are `次日` or `+1`, `+2`.
  static func time(_ text: String, upTo most: Minutes = 2880) -> Minutes? {
    var body = text.trimmingPrefix { $0 == " " }
    var offset = 0
    for next in ["次日", "翌日", "第二天"] where body.hasPrefix(next) {
      body = body.dropFirst(next.count)
      offset = 1440
    }
    if let day = body.last?.wholeNumberValue, day > 0, body.dropLast().hasSuffix("+") {
      body = body.dropLast(2)
      offset = day * 1440
    }
    guard let minutes = clock(Substring(CellText.trimmed(String(body)))) else { return nil }
    return minutes + offset <= most ? minutes + offset : nil
  }

  private static func clock(_ text: Substring) -> Minutes? {
    var body = text
    if body.hasSuffix("半"), body.dropLast().last.map({ "点时".contains($0) }) == true {
      return number(body.dropLast(2), upTo: 23).map { $0 * 60 + 30 }
    }
    if body.hasSuffix("分") { body = body.dropLast() }
    let parts = body.split(maxSplits: 2, omittingEmptySubsequences: false) { ":点时".contains($0) }
    guard let first = parts.first, let hours = number(first, upTo: 24) else { return nil }
    let endsWithUnit = parts.count == 2 && parts[1].isEmpty && !body.hasSuffix(":")
    if parts.count == 1 || endsWithUnit { return hours * 60 }
    if parts.count == 3, number(parts[2], upTo: 0) == nil { return nil }
    guard let minutes = number(parts[1], upTo: 59), parts[1].utf8.count == 2 else { return nil }
    return hours < 24 || minutes == 0 ? hours * 60 + minutes : nil
  }

  /// A number of one or two digits; nil when it is longer, larger than the limit or no number.
  private static func number(_ text: Substring, upTo limit: Int) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let value = Int(text)
    else { return nil }
    return value <= limit ? value : nil
  }

  /// The minutes of a length of time; nil when the text is none.
  static func duration(_ text: String) -> Minutes? {
    var body = text.lowercased().filter { $0 != " " }
    for (unit, short) in [
      ("个小时", "h"), ("小时", "h"), ("hours", "h"), ("hour", "h"), ("分钟", "m"), ("minutes", "m"), ("mins", "m"),
      ("min", "m"), ("时", "h"), ("分", "m"),
    ] {
      body = body.replacing(unit, with: short)
    }
    if let colon = body.firstIndex(of: ":") {
      return hoursAndMinutes(body[..<colon], body[body.index(after: colon)...], needsMinutes: true)
    }
    guard let mark = body.firstIndex(of: "h") else {
      return FixedPoint.read(body.hasSuffix("m") ? String(body.dropLast()) : body, decimals: 0, exact: true)
    }
    let rest = body[body.index(after: mark)...]
    if rest.isEmpty {
      guard let thousandths = FixedPoint.read(String(body[..<mark]), decimals: 3, exact: true) else { return nil }
      let (product, overflow) = thousandths.multipliedReportingOverflow(by: 60)
      return overflow || !product.isMultiple(of: 1000) ? nil : product / 1000
    }
    return hoursAndMinutes(body[..<mark], rest.hasSuffix("m") ? rest.dropLast() : rest, needsMinutes: false)
  }

  private static func hoursAndMinutes(_ hours: Substring, _ minutes: Substring, needsMinutes: Bool) -> Minutes? {
    guard let whole = FixedPoint.read(String(hours), decimals: 0, exact: true), (0...100_000).contains(whole),
      let rest = number(minutes, upTo: 59), !needsMinutes || minutes.utf8.count == 2
    else { return nil }
    return whole * 60 + rest
  }
}
