/// One day of the forward sweep: the layer before it into the layer after it.
///
/// This is the innermost part of the engine: it reads buffers, which are checked in debug builds only, and its sums and products of
/// sizes cannot overflow, as all cells fit into memory. `Benchmarks/pricing-loop` compares it with the same loop in C.
struct SweepDay {
  let graph: RosterGraph
  let sizes: SweepSizes
  let tables: SweepTables
  let before: SweepLayer
  let after: SweepLayer
  let offCost: Int32
  /// By bundle.
  let bundleCost: UnsafeMutablePointer<Int32>
  /// The run state of a duty after days off.
  let firstDuty: Int
  /// What a duty adds to the weekends, after another duty and after a day off.
  let weekendAfterDuty: Int
  let weekendAfterOff: Int

  func run() {
    for value in 0..<sizes.counters {
      let weekend = value % sizes.weekends
      if offCost < RosterSweep.threshold { daysOff(value, weekend) }
      for state in 0..<sizes.duties { duties(after: state, value, weekend) }
      dutiesAfterOff(value, weekend)
    }
  }

  private func daysOff(_ value: Int, _ weekend: Int) {
    for state in 0..<sizes.duties where graph.blocks.mayEnd[state] {
      for exit in 0..<sizes.exits { dayOff(sizes.row(duty: state, exit: exit), state, 0, value, weekend) }
    }
    for off in 0..<sizes.offs {
      dayOff(sizes.row(off: off), sizes.duties &+ off, min(off &+ 1, sizes.offs &- 1), value, weekend)
    }
  }

  @inline(__always)
  private func dayOff(_ row: Int, _ state: Int, _ next: Int, _ value: Int, _ weekend: Int) {
    guard let source = before.row(sizes.cellRow(row, value)) else { return }
    relax(
      source, before.spans[sizes.span(state, weekend)], sizes.cellRow(sizes.row(off: next), value),
      after.spans[sizes.span(sizes.duties &+ next, weekend)], 0, offCost)
  }

  private func dutiesAfterOff(_ value: Int, _ weekend: Int) {
    guard let source = before.row(sizes.cellRow(sizes.row(off: sizes.offs &- 1), value)) else { return }
    let from = before.spans[sizes.span(sizes.duties &+ sizes.offs &- 1, weekend)]
    steps(0, tables.bundles.count, source, from, value, firstDuty, weekend, weekendAfterOff)
  }

  private func duties(after state: Int, _ value: Int, _ weekend: Int) {
    let target = graph.blocks.nextDuty[state]
    let from = before.spans[sizes.span(state, weekend)]
    guard target >= 0, from.low <= from.high else { return }
    for entry in 0..<graph.entryCount {
      guard let source = minimum(state, value, entry, from) else { continue }
      steps(
        graph.entryStart[entry], graph.entryStart[entry + 1], source, from, value, target, weekend, weekendAfterDuty)
    }
  }

  /// The duties of some bundles after one cell row.
  @inline(__always)
  private func steps(
    _ first: Int, _ end: Int, _ source: UnsafeMutablePointer<Int32>, _ from: LevelSpan, _ value: Int, _ target: Int,
    _ weekend: Int, _ adds: Int
  ) {
    guard weekend &+ adds < sizes.weekends else { return }
    let to = after.spans[sizes.span(target, weekend &+ adds)]
    for index in first..<end {
      let cost = bundleCost[index]
      if cost >= RosterSweep.threshold { continue }
      let bundle = tables.bundles[index]
      let next = Int(tables.advance[(bundle.counters &* 2 &+ adds) &* sizes.counters &+ value])
      if next < 0 { continue }
      let row = sizes.row(duty: target, exit: bundle.exit)
      relax(source, from, sizes.cellRow(row, next), to, bundle.length, cost)
    }
  }

  /// One cell row into another one of the next layer, `length` levels further on.
  @inline(__always)
  private func relax(
    _ source: UnsafeMutablePointer<Int32>, _ from: LevelSpan, _ index: Int, _ to: LevelSpan, _ length: Int,
    _ cost: Int32
  ) {
    let first = max(from.low, to.low &- length)
    let last = min(from.high, to.high &- length)
    guard first <= last else { return }
    let target = after.cells + index &* after.width
    if after.alive[index] == 0 {
      after.alive[index] = 1
      forEach(to) { target[$0] = RosterSweep.unreached }
    }
    let out = target + length
    forEach(LevelSpan(low: first, high: last)) { level in
      let candidate = source[level] &+ cost
      out[level] = candidate < out[level] ? candidate : out[level]
    }
  }

  /// A loop over levels. Rows are short, and a `Range` would check its ends for each of them.
  @inline(__always)
  private func forEach(_ span: LevelSpan, _ body: (Int) -> Void) {
    var level = span.low
    while level < span.high &+ 1 {
      body(level)
      level &+= 1
    }
  }

  /// The cheapest row among the exit classes that may come before `entry`; nil when none is alive.
  @inline(__always)
  private func minimum(
    _ state: Int, _ value: Int, _ entry: Int, _ span: LevelSpan
  ) -> UnsafeMutablePointer<Int32>? {
    var cheapest: UnsafeMutablePointer<Int32>?
    for index in graph.predecessorStart[entry]..<graph.predecessorStart[entry + 1] {
      let exit = tables.predecessors[index]
      guard let source = before.row(sizes.cellRow(sizes.row(duty: state, exit: exit), value)) else { continue }
      guard let other = cheapest else {
        cheapest = source
        continue
      }
      let least = tables.minima - span.low
      forEach(span) { least[$0] = min(other[$0], source[$0]) }
      cheapest = least
    }
    return cheapest
  }
}
