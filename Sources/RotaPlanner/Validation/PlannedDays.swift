/// The horizon with its calendar, and hours of the week laid over it.
struct PlannedDays: Sendable {
  var horizon: Horizon
  /// Day of the week that each day follows, from the day before the horizon to the day after it: make-up days are like Mondays.
  private let weekdays: [Int]

  init(_ settings: SettingsDraft, _ issues: IssueCollector) {
    let holidays = Set(settings.holidays)
    let makeupDays = Set(settings.makeupDays)
    let last = settings.firstDay.adding(days: settings.days - 1)
    for (key, days) in [("calendar.holidays", settings.holidays), ("calendar.makeup_days", settings.makeupDays)] {
      for day in days where Self.isOfAnotherYear(day, settings.firstDay, last) {
        issues.add(
          Issue(
            .dateFarAway, at: settings.calendarPlace, found: day.description,
            ["column": key, "first": settings.firstDay.description, "last": last.description]))
      }
    }
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

  /// Whether a date of the calendar is of no year that is planned, and not of the turn of one. Calendars list whole years.
  private static func isOfAnotherYear(_ date: CalendarDate, _ first: CalendarDate, _ last: CalendarDate) -> Bool {
    let turn = 60
    let years = first.adding(days: -turn).components.year...last.adding(days: turn).components.year
    return !years.contains(date.components.year)
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

  /// Hours of each day from one date to another, both included, or all day, cut to the planned days, with the tail where asked; those
  /// of the evening before the first day reach into it.
  func spans(
    _ hours: [ClockInterval]?, from first: CalendarDate, to last: CalendarDate, withTail: Bool = false
  ) -> [Interval] {
    let eve = horizon.firstDay.adding(days: -1)
    let isEveMeant = first <= eve && eve <= last
    let all = (isEveMeant ? spans(hours, on: -1..<0) : []) + spans(hours, on: days(first, last, withTail: withTail))
    return cut(all, withTail: withTail)
  }

  /// A warning that a row has no effect because nothing of it is planned. `found`: its dates.
  func outside(_ found: String, at place: SourceLocation?) -> Issue {
    Issue(.rowOutsideHorizon, at: place, found: found, span)
  }

  /// Warns of a date so far away that its year is probably a slip: half a year, which no leave, deadline or last duty usually is.
  func warnIfFar(_ date: CalendarDate?, _ place: @autoclosure () -> SourceLocation?, _ issues: IssueCollector) {
    let halfYear = 183
    guard let date, date < horizon.firstDay.adding(days: -halfYear) || lastDay.adding(days: halfYear) < date else {
      return
    }
    issues.add(Issue(.dateFarAway, at: place(), found: date.description, span))
  }

  private var lastDay: CalendarDate { horizon.date(ofDay: horizon.days - 1) }
  private var span: [String: any MessageArgument] {
    ["first": horizon.firstDay.description, "last": lastDay.description]
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
