extension RosteringProblem {
  /// The rostering problem of a published shift-scheduling instance.
  ///
  /// The instances' edge rules are `RosterStart.open`; a wish for a shift becomes a bonus on it and a constant.
  init(_ instance: ShiftSchedulingInstance) {
    let kinds = instance.shifts.count
    let days = instance.dayCount
    var mayFollow = [Bool](repeating: true, count: kinds * kinds)
    for (kind, shift) in instance.shifts.enumerated() {
      for next in shift.forbiddenNext { mayFollow[kind * kinds + next] = false }
    }
    var rows: [CoverRow] = []
    var coverage = [[Int]](repeating: [], count: days * kinds)
    for cover in instance.covers {
      coverage[cover.day * kinds + cover.shift].append(rows.count)
      rows.append(
        CoverRow(least: cover.wanted, most: cover.wanted, under: .linear(cover.under), over: .linear(cover.over)))
    }
    var people = instance.people.map { Self.person($0, days: days, kinds: kinds) }
    var constant = 0
    for request in instance.requests {
      let arc = request.day * kinds + request.shift
      people[request.person].cost[arc] += request.isOn ? -request.weight : request.weight
      if request.isOn { constant += request.weight }
    }
    self.init(
      dayCount: days, weekendOfDay: (0..<days).map { $0 % 7 >= 5 ? $0 / 7 : -1 },
      kinds: instance.shifts.map { DutyKind(minutes: $0.minutes) }, mayFollow: mayFollow,
      limitGroups: (0..<kinds).map { [$0] }, rows: rows, coverage: coverage, people: people, constant: constant)
  }

  private static func person(_ person: ShiftSchedulingInstance.Person, days: Int, kinds: Int) -> RosterPerson {
    var allowed = [Bool](repeating: true, count: days * kinds)
    for day in 0..<days {
      for kind in 0..<kinds where person.mostOfShift[kind] == 0 { allowed[day * kinds + kind] = false }
    }
    for day in person.daysOff {
      for kind in 0..<kinds { allowed[day * kinds + kind] = false }
    }
    return RosterPerson(
      limits: RosterLimits(
        minutes: person.minutes, mostDutiesInARow: person.mostInARow, fewestDutiesInARow: person.fewestInARow,
        fewestDaysOffInARow: person.fewestDaysOff, mostWeekends: person.mostWeekends,
        mostByGroup: person.mostOfShift),
      allowed: allowed, cost: [Int](repeating: 0, count: days * kinds),
      offAllowed: [Bool](repeating: true, count: days), offCost: [Int](repeating: 0, count: days))
  }
}
