/// A lawful duty of one staff member on one day, with everything that it costs or counts by itself.
struct DutyCandidate: Hashable, Sendable {
  /// Index into `Scenario.staff`.
  let staff: Int
  /// The day on which it starts, which owns its minutes (R13, R14) and its burdens (O6), but not their pay.
  let day: Int
  /// As in `Duty.segments`.
  let segments: [Segment]
  /// Segments, travel and the contract's credit.
  let paidMinutes: Minutes
  /// The work intervals.
  let stretches: [Interval]
  /// Minutes beyond the contract's normal day, antenatal visits of the day counted.
  let dayOvertime: Minutes
  /// Whether some work interval overlaps a night of the contract (R16).
  let touchesNight: Bool
  /// Burden points by `BurdenClass.rawValue`.
  let points: [Int]
  /// Whether it counts among the evenings of R30.
  var isEvening: Bool { points[BurdenClass.evening.rawValue] > 0 }
  /// O7 of this day with this duty, less O7 of this day without any duty; negative when it grants a wish.
  let wishes: Score
  /// O10 of its segments.
  let away: Score
  /// Duty pay without overtime pay, by the calendar day of each minute.
  let pay: Money

  /// From the first segment's start to the last one's end.
  var span: Interval { Interval(segments[0].interval.start, segments[segments.count - 1].interval.end) }
  /// As a part of a plan.
  var duty: Duty { Duty(staff: staff, segments: segments) }

  init(staff: Int, segments: [Segment], timing: DutyTiming, scenario: Scenario, bands: [HeatBand]) {
    let contract = scenario.contract(of: staff)
    let span = Interval(segments[0].interval.start, segments[segments.count - 1].interval.end)
    self.staff = staff
    self.segments = segments
    day = scenario.horizon.day(of: span.start)
    paidMinutes = timing.workedMinutes + contract.creditMinutes
    stretches = timing.stretches
    dayOvertime = max(
      0, paidMinutes + scenario.antenatalMinutes(of: staff, day: day) - contract.normalDayMinutes)
    touchesNight = timing.stretches.contains { contract.overlapsNight($0) }
    points = DutyCandidate.points(
      day: day, timing: timing, segments: segments, scenario: scenario, bands: bands)
    wishes = DutyCandidate.wishes(day: day, span: span, person: scenario.staff[staff])
    away = DutyCandidate.away(segments, scenario: scenario, person: scenario.staff[staff])
    pay =
      scenario.dutyPay(of: staff, for: timing.stretches)
      + scenario.dutyRate(of: staff, onDay: day) * contract.creditMinutes
  }

  private static func points(
    day: Int, timing: DutyTiming, segments: [Segment], scenario: Scenario, bands: [HeatBand]
  ) -> [Int] {
    let midnight = day * minutesPerDay
    let isEvening = timing.stretches.contains { $0.end > midnight + scenario.fairness.eveningFrom }
    let isHot = segments.contains { segment in
      guard case .run(let slot) = segment.place else { return false }
      return bands[scenario.delivery.slots[slot].day].isHot
    }
    return BurdenClass.allCases.map { burden in
      switch burden {
      case .weekend: scenario.horizon.dayKinds[day] == .workday ? 0 : 1
      case .evening: isEvening ? 1 : 0
      case .early: segments[0].interval.start < midnight + scenario.fairness.earlyBefore ? 1 : 0
      case .hot: isHot ? 1 : 0
      }
    }
  }

  private static func wishes(day: Int, span: Interval, person: StaffMember) -> Score {
    person.wishes.reduce(Score.zero) { sum, wish in
      guard wish.day == day, wish.interval.overlap(span) > 0 else { return sum }
      return wish.kind == .on ? sum - wish.weight : sum + wish.weight
    }
  }

  private static func away(_ segments: [Segment], scenario: Scenario, person: StaffMember) -> Score {
    segments.reduce(Score.zero) { sum, segment in
      guard case .station(let station) = segment.place, !person.isHome(station) else { return sum }
      return sum + scenario.weights.awayHour.perHour(for: segment.interval.length)
    }
  }
}

extension Contract {
  /// Pay of a paid minute that lies on such a day, without overtime pay (docs/model.md section 6).
  func dutyRate(payPerMinute: Money, on kind: DayKind) -> Money {
    let percent =
      switch kind {
      case .workday: 100
      case .weekend: weekendPayPercent
      case .holiday: holidayPayPercent
      }
    return switch payBasis {
    case .free: .zero
    case .allHours: payPerMinute.percent(percent)
    case .overtimeOnly: payPerMinute.percent(percent - 100)
    }
  }

  /// Pay of an overtime minute on top of the duty's own pay.
  func overtimeRate(payPerMinute: Money) -> Money {
    switch payBasis {
    case .free: .zero
    case .allHours: payPerMinute.percent(overtimePayPercent - 100)
    case .overtimeOnly: payPerMinute.percent(overtimePayPercent)
    }
  }
}
