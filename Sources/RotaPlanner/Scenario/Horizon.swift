/// What a calendar day is for working time and pay, after holidays and make-up days are applied.
enum DayKind: String, Sendable {
  /// An ordinary working day, or a make-up day on a weekend.
  case workday
  /// A Saturday or Sunday that is not a make-up day.
  case weekend
  /// A statutory holiday.
  case holiday

  /// The kind of an ordinary day of the week, 0 Monday to 6 Sunday.
  init(weekday: Int) { self = weekday >= 5 ? .weekend : .workday }
}

/// The days that are planned, and the grid of slots on which duties and openings start and end.
public struct Horizon: Hashable, Sendable {
  /// The first planned day; minute 0 is its midnight.
  let firstDay: CalendarDate
  /// Number of planned days, at least 1.
  public let days: Int
  /// Length of a slot; divides a day.
  public internal(set) var slotMinutes: Minutes { didSet { checkGrid() } }
  /// One kind per planned day.
  let dayKinds: [DayKind]
  /// The kind of the day after the last planned one, on whose first hours the tail lies.
  let kindOfDayAfter: DayKind
  /// Minutes after the last midnight, in whole slots and less than a day, in which duties that started on a planned day may still
  /// run. No duty starts there, and nothing but those duties is planned or priced there: it is the next plan's business.
  var tailMinutes: Minutes { didSet { checkGrid() } }
  /// Where clocks are changed, in order, from the day before the first on; whole slots. Empty without a time zone.
  var clockChanges: [ClockChange]

  /// Makes a horizon; `dayKinds` has one entry a day, and the day after is what its day of the week makes it unless it is given.
  init(
    firstDay: CalendarDate, days: Int, slotMinutes: Minutes, dayKinds: [DayKind], kindOfDayAfter: DayKind? = nil,
    tailMinutes: Minutes = 0, clockChanges: [ClockChange] = []
  ) {
    precondition(days >= 1 && dayKinds.count == days)
    self.firstDay = firstDay
    self.days = days
    self.slotMinutes = slotMinutes
    self.dayKinds = dayKinds
    self.kindOfDayAfter = kindOfDayAfter ?? DayKind(weekday: firstDay.adding(days: days).weekday)
    self.tailMinutes = tailMinutes
    self.clockChanges = clockChanges
    checkGrid()
  }

  private func checkGrid() {
    precondition(slotMinutes >= 1 && minutesPerDay % slotMinutes == 0)
    precondition((0..<minutesPerDay).contains(tailMinutes) && tailMinutes % slotMinutes == 0)
  }

  /// The kind of day `day`, 0 or later: beyond the day after the horizon what its day of the week makes it.
  func kind(ofDay day: Int) -> DayKind {
    if day < days { return dayKinds[day] }
    return day == days ? kindOfDayAfter : DayKind(weekday: date(ofDay: day).weekday)
  }

  /// Slots of one day.
  var slotsPerDay: Int { minutesPerDay / slotMinutes }
  /// Slots of the planned days.
  var plannedSlots: Int { slotsPerDay * days }
  /// Slots of the planned days and of the tail after them.
  var slotCount: Int { plannedSlots + tailMinutes / slotMinutes }
  /// The planned days [0, days x 1440).
  var interval: Interval { Interval(0, days * minutesPerDay) }
  /// The planned days and the tail: where duties lie.
  var reach: Interval { Interval(0, days * minutesPerDay + tailMinutes) }

  /// The span of slot `slot` (0-based).
  func interval(ofSlot slot: Int) -> Interval { Interval(slot * slotMinutes, (slot + 1) * slotMinutes) }
  /// The span of day `day` (0-based).
  func interval(ofDay day: Int) -> Interval { Interval(day * minutesPerDay, (day + 1) * minutesPerDay) }
  /// The day in which `minute` lies; negative before the horizon.
  public func day(of minute: Minutes) -> Int {
    minute >= 0 ? minute / minutesPerDay : (minute - minutesPerDay + 1) / minutesPerDay
  }
  /// The date of day `day`.
  func date(ofDay day: Int) -> CalendarDate { firstDay.adding(days: day) }

  /// The week (0-based, cut at Mondays) in which day `day` lies; week 0 holds the first day.
  public func week(ofDay day: Int) -> Int { (day + firstDay.weekday) / 7 }
  /// Number of weeks that the horizon touches.
  var weekCount: Int { week(ofDay: days - 1) + 1 }
  /// The planned days of week `week`, in order.
  public func days(ofWeek week: Int) -> Range<Int> {
    let monday = week * 7 - firstDay.weekday
    return max(0, monday)..<min(days, monday + 7)
  }

  /// `length` rounded up to whole slots, in minutes.
  func roundedUpToSlots(_ length: Minutes) -> Minutes {
    (length + slotMinutes - 1) / slotMinutes * slotMinutes
  }
}
