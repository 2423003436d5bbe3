/// What a roster does with the rules of the published multi-activity format: a reading of the rules of its own, in minutes, that
/// shares nothing with the optimiser.
struct MultiActivityCheck: Hashable, Sendable {
  /// The hard rules.
  enum Rule: String, CaseIterable, Sendable {
    /// A segment names a person and a task of the instance.
    case known
    /// Starts, ends and changes lie on quarter hours.
    case quarters
    /// Everything lies inside the horizon.
    case horizon
    /// Nobody does two things at a time.
    case overlap
    /// A shift lasts 6 to 10 hours.
    case length
    /// A shift starts at 00:00, 06:00-10:00, 14:00-18:00 or 20:00-23:45.
    case startTime
    /// At most one shift starts on a calendar day.
    case oneStart
    /// 14 hours lie between a shift's end and the next start.
    case rest
    /// An unbroken stretch on one task lasts at least 60 minutes.
    case stretch
    /// At most 5 calendar days in a row have a start.
    case daysInARow
    /// The minutes of a person lie within the person's limits.
    case minutes
    /// Every quarter and task has its least cover.
    case cover
  }
  /// One broken rule.
  struct Violation: Hashable, Sendable {
    /// The rule.
    var rule: Rule
    /// The person's id, empty for cover.
    var staff: String
    /// Where and by how much.
    var text: Message
  }

  /// All broken rules: by person in the instance's order, then cover by time.
  private(set) var violations: [Violation] = []
  /// Sum over quarters and tasks of (cover - most) squared where positive.
  private(set) var penalty = 0
  /// Staff-quarters missing below the least cover.
  private(set) var missing = 0

  private typealias Segment = MultiActivityRoster.Segment
  private struct Shift {
    var stretches: [Segment]
    var start: Minutes { stretches[0].interval.start }
    var end: Minutes { stretches.reduce(start) { max($0, $1.interval.end) } }
    var day: Int { start / minutesPerDay + 1 }
  }

  /// Checks a roster.
  init(_ roster: MultiActivityRoster, of instance: MultiActivityInstance) {
    let usable = roster.segments.filter { isUsable($0, instance) }
    for person in instance.people {
      let mine = usable.filter { $0.staff == person.id }.sorted { $0.interval < $1.interval }
      check(shifts(mine), of: person)
    }
    checkCover(usable, instance)
  }

  private mutating func add(
    _ rule: Rule, _ staff: String, _ clause: String, _ arguments: [String: any MessageArgument] = [:]
  ) {
    violations.append(Violation(rule: rule, staff: staff, text: Message("check.published.\(clause)", arguments)))
  }

  private mutating func isUsable(_ segment: Segment, _ instance: MultiActivityInstance) -> Bool {
    let place = Self.text(segment.interval.start)
    if !instance.people.contains(where: { $0.id == segment.staff }) {
      add(.known, segment.staff, "person")
      return false
    }
    if segment.task < 1 || segment.task > instance.taskCount {
      add(.known, segment.staff, "task", ["task": segment.task, "time": place])
      return false
    }
    if segment.interval.start % 15 != 0 || segment.interval.end % 15 != 0 {
      add(.quarters, segment.staff, "quarters", ["start": place, "end": Self.text(segment.interval.end)])
      return false
    }
    if segment.interval.start < 360 || segment.interval.end > instance.dayCount * minutesPerDay + 360 {
      add(.horizon, segment.staff, "horizon", ["start": place, "end": Self.text(segment.interval.end)])
      return false
    }
    return true
  }

  /// Segments that touch make a shift; touching segments on one task make one stretch.
  private mutating func shifts(_ segments: [Segment]) -> [Shift] {
    var shifts: [Shift] = []
    for segment in segments {
      guard let last = shifts.last, segment.interval.start <= last.end else {
        shifts.append(Shift(stretches: [segment]))
        continue
      }
      if segment.interval.start < last.end {
        add(.overlap, segment.staff, "overlap", ["time": Self.text(segment.interval.start)])
      }
      let stretch = last.stretches[last.stretches.count - 1]
      if stretch.task == segment.task {
        let end = max(stretch.interval.end, segment.interval.end)
        shifts[shifts.count - 1].stretches[last.stretches.count - 1].interval = Interval(stretch.interval.start, end)
      } else {
        shifts[shifts.count - 1].stretches.append(segment)
      }
    }
    return shifts
  }

  private mutating func check(_ shifts: [Shift], of person: MultiActivityInstance.Person) {
    for shift in shifts { check(shift, person.id) }
    for (first, second) in zip(shifts, shifts.dropFirst()) {
      if first.day == second.day { add(.oneStart, person.id, "twoStarts", ["day": first.day]) }
      let rest = second.start - first.end
      if rest < 14 * 60 { add(.rest, person.id, "rest", ["minutes": rest, "time": Self.text(second.start)]) }
    }
    var run = 0
    var last = -1
    for day in shifts.map(\.day) where day != last {
      run = day == last + 1 ? run + 1 : 1
      last = day
      if run > 5 { add(.daysInARow, person.id, "daysInARow", ["day": day, "number": run]) }
    }
    let minutes = shifts.reduce(0) { $0 + $1.end - $1.start }
    if !person.minutes.contains(minutes) {
      let (least, most) = (person.minutes.lowerBound, person.minutes.upperBound)
      add(.minutes, person.id, "minutes", ["minutes": minutes, "least": least, "most": most])
    }
  }

  private mutating func check(_ shift: Shift, _ staff: String) {
    let length = shift.end - shift.start
    if length < 360 || length > 600 {
      add(.length, staff, "length", ["minutes": length, "time": Self.text(shift.start)])
    }
    let clock = shift.start % minutesPerDay
    if !(clock == 0 || (360...600).contains(clock) || (840...1080).contains(clock) || clock >= 1200) {
      add(.startTime, staff, "startTime", ["time": Self.text(shift.start)])
    }
    for stretch in shift.stretches where stretch.interval.length < 60 {
      add(
        .stretch, staff, "stretch",
        ["minutes": stretch.interval.length, "task": stretch.task, "time": Self.text(stretch.interval.start)])
    }
  }

  private mutating func checkCover(_ segments: [Segment], _ instance: MultiActivityInstance) {
    var present = [Int](repeating: 0, count: instance.covers.count)
    for segment in segments {
      for minute in stride(from: segment.interval.start, to: segment.interval.end, by: 15) {
        present[(minute - 360) / 15 * instance.taskCount + segment.task - 1] += 1
      }
    }
    for (index, (cover, count)) in zip(instance.covers, present).enumerated() {
      if count > cover.most { penalty += (count - cover.most) * (count - cover.most) }
      if count < cover.least {
        missing += cover.least - count
        let minute = index / instance.taskCount * 15 + 360
        let task = index % instance.taskCount + 1
        add(
          .cover, "", "cover",
          ["task": task, "time": Self.text(minute), "present": count, "least": cover.least])
      }
    }
  }

  private static func text(_ minute: Minutes) -> Message {
    let time = minute % minutesPerDay
    let clock = [time / 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return Message("check.published.time", ["day": minute / minutesPerDay + 1, "clock": clock])
  }
}
