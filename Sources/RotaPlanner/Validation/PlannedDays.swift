/// The horizon with its calendar, and hours of the week laid over it.
struct PlannedDays: Sendable {
  private(set) var horizon: Horizon
  /// Day of the week that each day follows, from the day before the horizon to the day after it: make-up days are like Mondays.
  private let weekdays: [Int]

  init(_ settings: SettingsDraft, _ issues: IssueCollector) {
    let holidays = Set(settings.holidays)
    let makeupDays = Set(settings.makeupDays)
    for day in settings.makeupDays where holidays.contains(day) {
      issues.add(Issue(.dayBothKinds, at: settings.makeupPlace, found: day.description))
    }
    let dates = (-1...settings.days).map { settings.firstDay.adding(days: $0) }
    weekdays = dates.map { makeupDays.contains($0) ? 0 : $0.weekday }
    func kind(_ date: CalendarDate) -> DayKind {
      if holidays.contains(date) { return .holiday }
      return makeupDays.contains(date) ? .workday : DayKind(weekday: date.weekday)
    }
    horizon = Horizon(
      firstDay: settings.firstDay, days: settings.days, slotMinutes: settings.slotMinutes,
      dayKinds: dates.dropFirst().dropLast().map(kind), kindOfDayAfter: kind(dates[dates.count - 1]))
  }

  /// The same days with these clock changes.
  func with(clockChanges: [ClockChange]) -> PlannedDays {
    var days = self
    days.horizon = horizon.with(tailMinutes: horizon.tailMinutes, clockChanges: clockChanges)
    return days
  }

  /// The same days with a tail of that length.
  func with(tailMinutes: Minutes) -> PlannedDays {
    var days = self
    days.horizon = horizon.with(tailMinutes: tailMinutes)
    return days
  }

  /// The day of the week that day `day` (from -1 to the day after the last) follows for hours: 0 Monday to 6 Sunday.
  func weekday(_ day: Int) -> Int { weekdays[day + 1] }

  /// The planned day of a date; nil when it is not planned.
  func day(_ date: CalendarDate) -> Int? {
    let day = date.dayNumber - horizon.firstDay.dayNumber
    return (0..<horizon.days).contains(day) ? day : nil
  }

  /// The planned days from one date to another, both included; empty when none is planned. With the tail the day on which it lies
  /// counts too.
  func days(_ first: CalendarDate, _ last: CalendarDate, withTail: Bool = false) -> Range<Int> {
    let start = max(0, first.dayNumber - horizon.firstDay.dayNumber)
    let most = withTail && horizon.tailMinutes > 0 ? horizon.days + 1 : horizon.days
    let end = min(most, last.dayNumber - horizon.firstDay.dayNumber + 1)
    return start..<max(start, end)
  }

  /// Weekly hours over the planned days, with the tail where asked, normalised and cut to them; those of the evening before reach
  /// into the first day. On statutory holidays `holiday` takes their place where it is given.
  func hours(_ weekly: [WeeklyInterval], holiday: [ClockInterval]? = nil, withTail: Bool = false) -> [Interval] {
    var spans: [Interval] = []
    for day in -1..<(withTail && horizon.tailMinutes > 0 ? horizon.days + 1 : horizon.days) {
      if let holiday, day >= 0, horizon.kind(ofDay: day) == .holiday {
        spans += holiday.map { $0.on(day) }
      } else {
        for piece in weekly where piece.weekdays.contains(weekday(day)) { spans.append(piece.interval.on(day)) }
      }
    }
    return cut(spans, withTail: withTail)
  }

  /// Spans normalised and cut to the planned days, with the tail where asked.
  func cut(_ spans: [Interval], withTail: Bool = false) -> [Interval] {
    let whole = withTail ? horizon.reach : horizon.interval
    return spans.compactMap { span in
      let start = max(span.start, whole.start)
      let end = min(span.end, whole.end)
      return start < end ? Interval(start, end) : nil
    }.normalised()
  }

  /// Hours of each of some days, or all day.
  func spans(_ hours: [ClockInterval]?, on days: Range<Int>) -> [Interval] {
    days.flatMap { day in hours.map { $0.map { $0.on(day) } } ?? [horizon.interval(ofDay: day)] }
  }
}

extension ClockInterval {
  /// The interval on planned day `day`, on the horizon's clock.
  func on(_ day: Int) -> Interval { Interval(start + day * minutesPerDay, end + day * minutesPerDay) }
}

extension [Interval] {
  /// The minutes that lie in these (normalised) intervals and in the (normalised) others.
  func intersection(_ others: [Interval]) -> [Interval] {
    var shared: [Interval] = []
    var index = 0
    for interval in self {
      while index < others.count, others[index].end <= interval.start { index += 1 }
      var next = index
      while next < others.count, others[next].start < interval.end {
        let start = Swift.max(interval.start, others[next].start)
        let end = Swift.min(interval.end, others[next].end)
        if start < end { shared.append(Interval(start, end)) }
        next += 1
      }
    }
    return shared
  }
}
