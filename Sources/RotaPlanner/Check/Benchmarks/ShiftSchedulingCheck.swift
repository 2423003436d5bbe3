/// The verdict on the rosters of a published shift-scheduling instance, read anew from the rules of the format.
///
/// It shares nothing with the optimiser: it walks over each roster as a person with a pencil would.
struct ShiftSchedulingCheck: Sendable, Hashable {
  /// Each broken rule in words.
  private(set) var violations: [Message] = []
  /// The penalty of wishes not granted.
  private(set) var requestPenalty = 0
  /// The penalty of cover under or over what is wanted.
  private(set) var coverPenalty = 0

  /// The whole penalty.
  var penalty: Int { requestPenalty + coverPenalty }

  /// Checks `rosters`: for each person and day the shift's number, or nil for a day off.
  init(_ instance: ShiftSchedulingInstance, rosters: [[Int?]]) {
    guard rosters.count == instance.people.count, rosters.allSatisfy({ $0.count == instance.dayCount }) else {
      add("rosters", ["days": instance.dayCount])
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
      add("tooMany", ["person": person.id, "shift": shift.id, "most": person.mostOfShift[number]])
    }
    let minutes = roster.reduce(0) { $0 + ($1.map { instance.shifts[$0].minutes } ?? 0) }
    if !person.minutes.contains(minutes) {
      let (least, most) = (person.minutes.lowerBound, person.minutes.upperBound)
      add("personMinutes", ["person": person.id, "minutes": minutes, "least": least, "most": most])
    }
    for day in roster.indices.dropLast() {
      if let shift = roster[day], let next = roster[day + 1], instance.shifts[shift].forbiddenNext.contains(next) {
        add(
          "succession",
          ["person": person.id, "day": day, "shift": instance.shifts[shift].id, "next": instance.shifts[next].id])
      }
    }
    for day in person.daysOff where roster[day] != nil { add("dayOff", ["person": person.id, "day": day]) }
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
          add("fewDaysOff", ["person": person.id, "days": length, "day": first, "least": person.fewestDaysOff])
        }
      } else {
        if length > person.mostInARow {
          add("manyInARow", ["person": person.id, "days": length, "day": first, "most": person.mostInARow])
        }
        if isInside, length < person.fewestInARow {
          add("fewInARow", ["person": person.id, "days": length, "day": first, "least": person.fewestInARow])
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
    if weekends > person.mostWeekends {
      add("weekends", ["person": person.id, "weekends": weekends, "most": person.mostWeekends])
    }
  }

  private mutating func add(_ clause: String, _ arguments: [String: any MessageArgument]) {
    violations.append(Message("check.published.\(clause)", arguments))
  }
}
