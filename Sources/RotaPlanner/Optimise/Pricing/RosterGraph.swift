/// What the dynamic program over the days of one person needs to know besides costs: states, steps and counters.
///
/// A state is a position in a run (`BlockAutomaton`), on duty also the *exit class* of the last kind (kinds with the same
/// lawful successors), a counter value and a number of minutes. Kinds that differ in nothing but their cost form a *bundle*.
final class RosterGraph: Sendable {
  /// Kinds with equal lawful predecessors, successors, minutes and counters.
  struct Bundle: Sendable {
    var entry: Int
    var exit: Int
    var length: Int
    var counters: Int
  }

  let blocks: BlockAutomaton
  let bundles: [Bundle]
  /// The kinds of each bundle.
  let kindsOfBundle: [[Int]]
  /// The bundles of entry class `e` are those from `entryStart[e]` up to `entryStart[e + 1]`.
  let entryStart: [Int]
  /// Exit classes whose kinds may come before entry class `e`: those from `predecessorStart[e]` up to `predecessorStart[e + 1]`.
  let predecessors: [Int]
  let predecessorStart: [Int]
  let exitCount: Int
  /// The exit class of each kind, also of kinds without a bundle.
  let exitOfKind: [Int]
  /// Minutes in one level of the minutes axis, and the lawful levels at the end.
  let unit: Int
  let levels: ClosedRange<Int>
  /// Whether weekends are counted: where they are limited, unless the caller leaves the limit out.
  let limitsWeekends: Bool
  /// Number of weekend counts (1 where weekends are not limited) and of all counter values.
  let weekendCount: Int
  let counterCount: Int
  /// `advance[(bundle.counters * 2 + weekend) * counterCount + value]`: the value after a duty, or -1.
  let advance: [Int32]
  /// The limit groups that are counted.
  let activeGroups: [Int]

  var entryCount: Int { predecessorStart.count - 1 }
  /// On-duty rows (position, exit class), then off rows.
  var rowCount: Int { blocks.dutyCount * exitCount + blocks.offCount }

  /// The exit classes whose kinds may come before an entry class.
  func exits(before entry: Int) -> ArraySlice<Int> {
    predecessors[predecessorStart[entry]..<predecessorStart[entry + 1]]
  }

  func row(duty: Int, exit: Int) -> Int { duty * exitCount + exit }
  func row(off: Int) -> Int { blocks.dutyCount * exitCount + off }
  /// The row on the day before the horizon.
  func row(of start: RosterStart) -> Int {
    let state = blocks.state(of: start)
    if case .onDuty(_, let kind) = start { return row(duty: state, exit: exitOfKind[kind]) }
    return row(off: state - blocks.dutyCount)
  }

  init(
    problem: RosteringProblem, person: RosterPerson, activeGroups: [Int], unit: Int, countsWeekends: Bool = true
  ) {
    let kindCount = problem.kindCount
    let limits = person.limits
    let usable = (0..<kindCount).filter { kind in
      (0..<problem.dayCount).contains { person.allowed[$0 * kindCount + kind] }
    }
    blocks = BlockAutomaton(limits: limits, dayCount: problem.dayCount + person.start.days)
    self.unit = unit
    self.activeGroups = activeGroups
    // Levels are rounded inwards, so that a level is lawful exactly when its minutes are.
    levels = max(0, (limits.minutes.lowerBound + unit - 1) / unit)...max(0, limits.minutes.upperBound / unit)

    let successors = (0..<kindCount).map { kind in usable.map { problem.mayFollow[kind * kindCount + $0] } }
    var exits: [[Bool]] = []
    let exitOf = successors.map { Self.index(of: $0, in: &exits) }
    exitOfKind = exitOf
    exitCount = exits.count

    var entries: [[Bool]] = []
    var keys: [[Int]] = []
    var found: [Bundle] = []
    var members: [[Int]] = []
    for kind in usable {
      let before = (0..<exits.count).map { exit in
        (0..<kindCount).contains { exitOf[$0] == exit && problem.mayFollow[$0 * kindCount + kind] }
      }
      let entry = Self.index(of: before, in: &entries)
      var counters = 0
      for (bit, group) in activeGroups.enumerated() where problem.limitGroups[group].contains(kind) {
        counters |= 1 << bit
      }
      let key = [entry, exitOf[kind], problem.kinds[kind].minutes / unit, counters]
      if let index = keys.firstIndex(of: key) {
        members[index].append(kind)
      } else {
        keys.append(key)
        found.append(Bundle(entry: entry, exit: key[1], length: key[2], counters: counters))
        members.append([kind])
      }
    }
    let order = found.indices.sorted { (found[$0].entry, $0) < (found[$1].entry, $1) }
    bundles = order.map { found[$0] }
    kindsOfBundle = order.map { members[$0] }
    let sorted = bundles
    entryStart = (0...entries.count).map { entry in sorted.firstIndex { $0.entry >= entry } ?? sorted.count }
    let before = entries.map { entry in entry.indices.filter { entry[$0] } }
    predecessors = before.flatMap { $0 }
    predecessorStart = before.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }

    let weekends = Set(problem.weekendOfDay.filter { $0 >= 0 }).count
    limitsWeekends = countsWeekends && limits.mostWeekends < weekends
    weekendCount = limitsWeekends ? limits.mostWeekends + 1 : 1
    let sizes = activeGroups.map { min(limits.mostByGroup[$0], problem.dayCount) + 1 }
    (counterCount, advance) = Self.counters(weekends: limitsWeekends ? weekendCount : nil, sizes: sizes)
  }

  private static func index(of key: [Bool], in list: inout [[Bool]]) -> Int {
    if let index = list.firstIndex(of: key) { return index }
    list.append(key)
    return list.count - 1
  }

  /// The table behind `advance`: weekends are the fastest counter, then the groups.
  private static func counters(weekends: Int?, sizes: [Int]) -> (Int, [Int32]) {
    let weekendCount = weekends ?? 1
    let count = sizes.reduce(weekendCount, *)
    var table = [Int32](repeating: -1, count: (1 << sizes.count) * 2 * count)
    for mask in 0..<(1 << sizes.count) {
      for weekend in 0...1 {
        for value in 0..<count {
          var target = value
          var fits = true
          if weekend == 1, weekends != nil {
            fits = value % weekendCount + 1 < weekendCount
            target += 1
          }
          var stride = weekendCount
          for (bit, size) in sizes.enumerated() {
            if mask & (1 << bit) != 0 {
              fits = fits && (value / stride) % size + 1 < size
              target += stride
            }
            stride *= size
          }
          if fits { table[(mask * 2 + weekend) * count + value] = Int32(target) }
        }
      }
    }
    return (count, table)
  }
}
