/// The forward sweep of the pricing problem: the cheapest way to each state on each day, layer by layer.
///
/// A resource-constrained shortest path (Irnich and Desaulniers 2005) in which every resource is a small integer, so that
/// states are array cells and no labels are compared. Costs are integers (`PricingScale`), so that a path's cost is exact.
struct RosterSweep {
  static let unreached: Int32 = 1 << 30
  /// Cells at or above this were never reached (arithmetic moves them a little).
  static let threshold: Int32 = 1 << 29

  let graph: RosterGraph
  let corridor: RosterCorridor
  let start: RosterStart
  /// 0: no weekend; 1: a weekend begins; 2: the weekend goes on from the day before.
  let weekendRole: [UInt8]
  let work: PricingWorkspace

  private var dayCount: Int { weekendRole.count }
  private var counters: Int { graph.counterCount }
  private var rows: Int { graph.rowCount }

  /// The first cell of a row, to be indexed by level.
  @inline(__always)
  func cell(_ day: Int, _ row: Int, _ value: Int) -> Int {
    corridor.offset[day] + (row * counters + value) * corridor.width[day] - corridor.base[day]
  }

  @inline(__always)
  func flag(_ day: Int, _ row: Int, _ value: Int) -> Int { (day * rows + row) * counters + value }

  /// The levels in use at a run state.
  @inline(__always)
  func range(_ day: Int, _ state: Int, _ value: Int) -> (low: Int, high: Int) {
    let index = (day * graph.blocks.stateCount + state) * graph.weekendCount + value % graph.weekendCount
    return (Int(corridor.low[index]), Int(corridor.high[index]))
  }

  var startRow: Int {
    let state = graph.blocks.state(of: start)
    if case .onDuty(_, let kind) = start { return graph.row(duty: state, exit: graph.exitOfKind[kind]) }
    return graph.row(off: state - graph.blocks.dutyCount)
  }

  /// Fills all layers; the costs stand in the workspace.
  func run() {
    let flags = (dayCount + 1) * rows * counters
    work.alive.update(repeating: 0, count: flags)
    let row = startRow
    work.alive[flag(0, row, 0)] = 1
    work.cells[cell(0, row, 0)] = 0
    for day in 0..<dayCount {
      for value in 0..<counters {
        daysOff(day, value)
        for state in 0..<graph.blocks.dutyCount { duties(day, after: state, value) }
        dutiesAfterOff(day, value)
      }
    }
  }

  private func daysOff(_ day: Int, _ value: Int) {
    let cost = work.offCost[day]
    if cost >= Self.threshold { return }
    let blocks = graph.blocks
    for state in 0..<blocks.dutyCount where blocks.mayEnd[state] {
      for exit in 0..<graph.exitCount {
        relax(
          day, graph.row(duty: state, exit: exit), value, state, graph.row(off: 0), value, blocks.dutyCount, 0, cost)
      }
    }
    for off in 0..<blocks.offCount {
      let next = blocks.nextOff(off)
      relax(
        day, graph.row(off: off), value, blocks.dutyCount + off, graph.row(off: next), value, blocks.dutyCount + next,
        0,
        cost)
    }
  }

  /// One row of a layer into one row of the next, `length` levels further on.
  @inline(__always)
  private func relax(
    _ day: Int, _ row: Int, _ value: Int, _ state: Int, _ toRow: Int, _ toValue: Int, _ toState: Int, _ length: Int,
    _ cost: Int32
  ) {
    guard work.alive[flag(day, row, value)] != 0 else { return }
    let from = range(day, state, value)
    let source = work.cells + cell(day, row, value)
    relax(source, from.low, from.high, day + 1, toRow, toValue, toState, length, cost)
  }

  @inline(__always)
  private func relax(
    _ source: UnsafeMutablePointer<Int32>, _ low: Int, _ high: Int, _ toDay: Int, _ toRow: Int, _ toValue: Int,
    _ toState: Int, _ length: Int, _ cost: Int32
  ) {
    let to = range(toDay, toState, toValue)
    let first = max(low, to.low - length)
    let last = min(high, to.high - length)
    guard first <= last else { return }
    let target = work.cells + cell(toDay, toRow, toValue)
    let seen = flag(toDay, toRow, toValue)
    if work.alive[seen] == 0 {
      work.alive[seen] = 1
      (target + to.low).update(repeating: Self.unreached, count: to.high - to.low + 1)
    }
    let out = target + first + length
    let input = source + first
    for index in 0...(last - first) {
      let candidate = input[index] &+ cost
      out[index] = candidate < out[index] ? candidate : out[index]
    }
  }

  private func weekendStep(_ day: Int, afterOff: Bool) -> Int {
    let role = weekendRole[day]
    return graph.limitsWeekends && (role == 1 || (role == 2 && afterOff)) ? 1 : 0
  }

  private func dutiesAfterOff(_ day: Int, _ value: Int) {
    let blocks = graph.blocks
    let row = graph.row(off: blocks.offCount - 1)
    guard work.alive[flag(day, row, value)] != 0 else { return }
    let target = day == 0 && start == .open ? blocks.edgeDuty : 0
    let from = range(day, blocks.dutyCount + blocks.offCount - 1, value)
    let source = work.cells + cell(day, row, value)
    let weekend = weekendStep(day, afterOff: true)
    for bundle in graph.bundles.indices {
      step(source, from.low, from.high, day, value, bundle, target, weekend)
    }
  }

  private func duties(_ day: Int, after state: Int, _ value: Int) {
    let target = graph.blocks.nextDuty[state]
    guard target >= 0 else { return }
    let from = range(day, state, value)
    guard from.low <= from.high else { return }
    let weekend = weekendStep(day, afterOff: false)
    for entry in 0..<graph.entryCount {
      guard let source = minimum(day, state, value, entry, from.low, from.high) else { continue }
      for bundle in graph.entryStart[entry]..<graph.entryStart[entry + 1] {
        step(source, from.low, from.high, day, value, bundle, target, weekend)
      }
    }
  }

  @inline(__always)
  private func step(
    _ source: UnsafeMutablePointer<Int32>, _ low: Int, _ high: Int, _ day: Int, _ value: Int, _ index: Int,
    _ target: Int, _ weekend: Int
  ) {
    let cost = work.bundleCost[day * graph.bundles.count + index]
    if cost >= Self.threshold { return }
    let bundle = graph.bundles[index]
    let next = Int(graph.advance[(bundle.counters * 2 + weekend) * counters + value])
    if next < 0 { return }
    relax(
      source, low, high, day + 1, graph.row(duty: target, exit: bundle.exit), next, target, bundle.length, cost)
  }

  /// The cheapest row among the exit classes that may come before `entry`; nil when none is alive.
  @inline(__always)
  private func minimum(
    _ day: Int, _ state: Int, _ value: Int, _ entry: Int, _ low: Int, _ high: Int
  ) -> UnsafeMutablePointer<Int32>? {
    var single: UnsafeMutablePointer<Int32>?
    var copied = false
    let minima = work.entryMinima - low
    for exit in graph.predecessors[entry] {
      let row = graph.row(duty: state, exit: exit)
      guard work.alive[flag(day, row, value)] != 0 else { continue }
      let source = work.cells + cell(day, row, value)
      guard let first = single else {
        single = source
        continue
      }
      if !copied {
        for level in low...high { minima[level] = min(first[level], source[level]) }
        copied = true
      } else {
        for level in low...high { minima[level] = min(minima[level], source[level]) }
      }
    }
    return copied ? minima : single
  }
}
