/// A part of a rostering problem as a problem of its own: some people may change on some days, all else stays as it is.
///
/// The days of the part reach beyond the free ones, up to where the runs in force there end and a weekend is whole, so that no
/// limit depends on what lies farther away. Limits on whole rosters are what the fixed days leave of them. The part's
/// objective is that of the whole, so bounds and cutoffs mean the same.
struct RosteringWindow: Sendable {
  let problem: RosteringProblem
  /// The whole problem's number of each person of the part.
  let people: [Int]
  /// The whole problem's days that the part knows; those outside `free` are fixed.
  let days: Range<Int>
  /// The whole problem's number of each row of the part.
  let rows: [Int]
  /// Cover on each row of the part from rosters, and days of rosters, that are not in it.
  let fixedCover: [Int]
  /// The present rosters, cut to `days`.
  let present: [[Int32]]

  /// The part of `whole` in which `people` are free on `free`, everything else as in `start`.
  ///
  /// `masks` say what each person of the whole may have.
  init(_ whole: RosteringProblem, start: RosterSolution, people wanted: [Int], free: Range<Int>, masks: [DayMask]) {
    let rosters = start.rosters
    days = Self.reach(whole, wanted.map { rosters[$0].kinds }, free)
    let cutter = WindowCutter(whole: whole, free: free, days: days)
    var members: [RosterPerson] = []
    var kept: [Int] = []
    for person in wanted {
      guard let member = cutter.person(whole.people[person], rosters[person].kinds, masks[person]) else { continue }
      members.append(member)
      kept.append(person)
    }
    people = kept
    let days = days
    present = kept.map { Array(rosters[$0].kinds[days]) }
    rows = cutter.rows
    var part = cutter.problem(members)
    var cover = rows.map { start.cover[$0] }
    var outside = cover
    var cost = 0
    for (index, kinds) in present.enumerated() {
      let column = RosterColumn(problem: part, person: index, kinds: kinds)
      for row in column.rows { outside[Int(row)] -= 1 }
      cost += column.cost
    }
    for (index, row) in part.rows.enumerated() { cost += row.cost(ofCover: cover[index]) }
    cover = outside
    part.constant = start.objective - cost
    problem = part
    fixedCover = cover
  }

  /// The present rosters of the part.
  var presentColumns: [RosterColumn] {
    present.enumerated().map { RosterColumn(problem: problem, person: $0, kinds: $1) }
  }

  /// The whole roster of person `index` of the part, given the days of the part.
  func whole(_ index: Int, _ kinds: [Int32], in rosters: [RosterColumn], _ problem: RosteringProblem) -> RosterColumn {
    var all = rosters[people[index]].kinds
    all.replaceSubrange(days, with: kinds)
    return RosterColumn(problem: problem, person: people[index], kinds: all)
  }

  /// The days that matter: from the free ones on to where everybody's run has ended, without splitting a weekend.
  private static func reach(_ whole: RosteringProblem, _ rosters: [[Int32]], _ free: Range<Int>) -> Range<Int> {
    let weekend = whole.weekendOfDay
    func splits(_ day: Int) -> Bool {
      day > 0 && day < whole.dayCount && weekend[day] >= 0 && weekend[day] == weekend[day - 1]
    }
    var first = free.lowerBound
    while splits(first) { first -= 1 }
    var end = free.upperBound
    for kinds in rosters where free.upperBound < whole.dayCount {
      var day = free.upperBound
      let isDuty = kinds[day] >= 0
      while day < whole.dayCount, (kinds[day] >= 0) == isDuty { day += 1 }
      end = max(end, min(whole.dayCount, day + 1))
    }
    while splits(end) { end += 1 }
    return first..<end
  }
}

/// Cuts days out of a problem and its people.
private struct WindowCutter {
  let whole: RosteringProblem
  let free: Range<Int>
  let days: Range<Int>
  /// The rows that free days can change.
  let rows: [Int]
  private let coverage: [[Int]]

  init(whole: RosteringProblem, free: Range<Int>, days: Range<Int>) {
    self.whole = whole
    self.free = free
    self.days = days
    let width = whole.kindCount
    var number = [Int](repeating: -1, count: whole.rows.count)
    for arc in free.lowerBound * width..<free.upperBound * width {
      for row in whole.coverage[arc] { number[row] = 0 }
    }
    rows = number.indices.filter { number[$0] == 0 }
    for (index, row) in rows.enumerated() { number[row] = index }
    coverage = whole.coverage[days.lowerBound * width..<days.upperBound * width].map { covered in
      covered.compactMap { number[$0] >= 0 ? number[$0] : nil }
    }
  }

  func problem(_ people: [RosterPerson]) -> RosteringProblem {
    RosteringProblem(
      dayCount: days.count, weekendOfDay: Array(whole.weekendOfDay[days]), kinds: whole.kinds,
      mayFollow: whole.mayFollow, limitGroups: whole.limitGroups, rows: rows.map { whole.rows[$0] },
      coverage: coverage, people: people, constant: 0)
  }

  /// The person with what the days outside leave of the limits; nil where the run at the first day cannot be described.
  func person(_ owner: RosterPerson, _ kinds: [Int32], _ mask: DayMask) -> RosterPerson? {
    guard let start = start(owner, kinds) else { return nil }
    let width = whole.kindCount
    var allowed = [Bool](repeating: false, count: days.count * width)
    var off = [Bool](repeating: false, count: days.count)
    for day in days {
      let here = day - days.lowerBound
      if free.contains(day) {
        for kind in 0..<width { allowed[here * width + kind] = mask.duty[day * width + kind] }
        off[here] = mask.off[day]
      } else if kinds[day] >= 0 {
        allowed[here * width + Int(kinds[day])] = true
      } else {
        off[here] = true
      }
    }
    return RosterPerson(
      limits: limits(owner.limits, kinds), start: start, allowed: allowed,
      cost: Array(owner.cost[days.lowerBound * width..<days.upperBound * width]), offAllowed: off,
      offCost: Array(owner.offCost[days]))
  }

  private func limits(_ limits: RosterLimits, _ kinds: [Int32]) -> RosterLimits {
    var rest = limits
    var minutes = 0
    var weekends: [Int] = []
    var counts = [Int](repeating: 0, count: whole.kindCount)
    for (day, kind) in kinds.enumerated() where kind >= 0 && !days.contains(day) {
      minutes += whole.kinds[Int(kind)].minutes
      counts[Int(kind)] += 1
      let weekend = whole.weekendOfDay[day]
      if weekend >= 0, weekends.last != weekend { weekends.append(weekend) }
    }
    rest.minutes = max(0, limits.minutes.lowerBound - minutes)...max(0, limits.minutes.upperBound - minutes)
    if limits.mostWeekends < .max { rest.mostWeekends -= weekends.count }
    for (group, members) in whole.limitGroups.enumerated() where limits.mostByGroup[group] < .max {
      rest.mostByGroup[group] -= members.reduce(0) { $0 + counts[$1] }
    }
    return rest
  }

  /// How the person stands before the first day. A run that began before the horizon counts as just long enough.
  private func start(_ owner: RosterPerson, _ kinds: [Int32]) -> RosterStart? {
    if days.lowerBound == 0 { return owner.start }
    let last = days.lowerBound - 1
    let isDuty = kinds[last] >= 0
    var first = last
    while first > 0, (kinds[first - 1] >= 0) == isDuty { first -= 1 }
    var length = last - first + 1
    switch owner.start {
    case .open where first == 0:
      length = max(length, isDuty ? owner.limits.fewestDutiesInARow : owner.limits.fewestDaysOffInARow)
    case .off(let before) where first == 0 && !isDuty: length += before
    case .onDuty(let before, _) where first == 0 && isDuty: length += before
    default: break
    }
    if !isDuty { return .off(days: length) }
    var ahead = 0
    while days.lowerBound + ahead < whole.dayCount, kinds[days.lowerBound + ahead] >= 0 { ahead += 1 }
    return length + ahead > owner.limits.mostDutiesInARow ? nil : .onDuty(days: length, kind: Int(kinds[last]))
  }
}
