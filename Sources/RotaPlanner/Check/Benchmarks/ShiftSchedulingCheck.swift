/// The verdict on the rosters of a published shift-scheduling instance, read anew from the rules of the format.
///
/// It shares nothing with the optimiser: it walks over each roster as a person with a pencil would.
public struct ShiftSchedulingCheck: Sendable, Hashable {
  /// Each broken rule in words.
  public private(set) var violations: [String] = []
  /// The penalty of wishes not granted.
  public private(set) var requestPenalty = 0
  /// The penalty of cover under or over what is wanted.
  public private(set) var coverPenalty = 0

  /// The whole penalty.
  public var penalty: Int { requestPenalty + coverPenalty }

  /// Checks `rosters`: for each person and day the shift's number, or nil for a day off.
  public init(_ instance: ShiftSchedulingInstance, rosters: [[Int?]]) {
    guard rosters.count == instance.people.count, rosters.allSatisfy({ $0.count == instance.dayCount }) else {
      violations = ["there should be one roster of \(instance.dayCount) days for each person"]
      return
    }
    for (person, roster) in zip(instance.people, rosters) {
      checkShifts(person, roster, instance)
      checkRuns(person, roster)
      checkWeekends(person, roster)
    }
    for request in instance.requests
    where (rosters[request.person][request.day] == request.shift) != request.isOn {
      requestPenalty += request.weight
    }
    for cover in instance.covers {
      let present = rosters.count { $0[cover.day] == cover.shift }
      coverPenalty += max(0, cover.wanted - present) * cover.under + max(0, present - cover.wanted) * cover.over
    }
  }

  private mutating func checkShifts(
    _ person: ShiftSchedulingInstance.Person, _ roster: [Int?], _ instance: ShiftSchedulingInstance
  ) {
    for (number, shift) in instance.shifts.enumerated()
    where roster.count(where: { $0 == number }) > person.mostOfShift[number] {
      violations.append("\(person.id) has too many shifts \(shift.id)")
    }
    let minutes = roster.reduce(0) { $0 + ($1.map { instance.shifts[$0].minutes } ?? 0) }
    if !person.minutes.contains(minutes) {
      violations.append("\(person.id) has \(minutes) minutes, lawful are \(person.minutes)")
    }
    for day in roster.indices.dropLast() {
      if let shift = roster[day], let next = roster[day + 1], instance.shifts[shift].forbiddenNext.contains(next) {
        violations.append("\(person.id) has a forbidden succession on days \(day) and \(day + 1)")
      }
    }
    for day in person.daysOff where roster[day] != nil { violations.append("\(person.id) must be off on day \(day)") }
  }

  private mutating func checkRuns(_ person: ShiftSchedulingInstance.Person, _ roster: [Int?]) {
    var first = 0
    while first < roster.count {
      var end = first
      while end < roster.count, (roster[end] == nil) == (roster[first] == nil) { end += 1 }
      let isInside = first > 0 && end < roster.count
      let length = end - first
      if roster[first] == nil {
        if isInside, length < person.fewestDaysOff {
          violations.append("\(person.id) has only \(length) days off from day \(first)")
        }
      } else {
        if length > person.mostInARow {
          violations.append("\(person.id) has \(length) shifts in a row from day \(first)")
        }
        if isInside, length < person.fewestInARow {
          violations.append("\(person.id) has only \(length) shifts in a row from day \(first)")
        }
      }
      first = end
    }
  }

  private mutating func checkWeekends(_ person: ShiftSchedulingInstance.Person, _ roster: [Int?]) {
    var weekends = 0
    for saturday in stride(from: 5, to: roster.count, by: 7) {
      let sunday = saturday + 1 < roster.count ? roster[saturday + 1] : nil
      if roster[saturday] != nil || sunday != nil { weekends += 1 }
    }
    if weekends > person.mostWeekends { violations.append("\(person.id) works on \(weekends) weekends") }
  }
}
