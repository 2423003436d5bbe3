/// The cheapest roster through each step: a backward sweep that meets the forward one.
extension RosterSweep {
  /// The least cost of a roster with each bundle and each day off; `unreached` or more where there is none.
  struct Through {
    /// At `day * bundles + bundle`.
    var bundle: [Int]
    var off: [Int]
  }

  /// Sweeps backward over the layers of the last `run()`.
  func through() -> Through {
    let days = weekendRole.count
    let never = Int(Self.unreached)
    var least = Through(
      bundle: [Int](repeating: never, count: days * graph.bundles.count), off: [Int](repeating: never, count: days))
    work.back.update(repeating: Self.unreached, count: corridor.size)
    for row in 0..<graph.rowCount {
      for value in 0..<graph.counterCount {
        forEachLevel(days, row, value) { level in
          if graph.levels.contains(level) { work.back[cell(days, row, value) + level] = 0 }
        }
      }
    }
    for day in (0..<days).reversed() {
      for row in 0..<graph.rowCount {
        for value in 0..<graph.counterCount where work.alive[flag(day, row, value)] != 0 {
          offThrough(day, row, value, &least)
          dutiesThrough(day, row, value, &least)
        }
      }
    }
    return least
  }

  private func forEachLevel(_ day: Int, _ row: Int, _ value: Int, _ body: (Int) -> Void) {
    guard work.alive[flag(day, row, value)] != 0 else { return }
    let span = range(day, state(ofRow: row), value)
    guard span.low <= span.high else { return }
    for level in span.low...span.high { body(level) }
  }

  private func offThrough(_ day: Int, _ row: Int, _ value: Int, _ least: inout Through) {
    let cost = work.offCost[day]
    if cost >= Self.threshold { return }
    let blocks = graph.blocks
    let state = state(ofRow: row)
    if state < blocks.dutyCount, !blocks.mayEnd[state] { return }
    let off = state < blocks.dutyCount ? 0 : blocks.nextOff(state - blocks.dutyCount)
    meet(day, row, value, graph.row(off: off), value, 0, cost, &least.off[day])
  }

  private func dutiesThrough(_ day: Int, _ row: Int, _ value: Int, _ least: inout Through) {
    let blocks = graph.blocks
    let state = state(ofRow: row)
    let isOff = state >= blocks.dutyCount
    if isOff, state - blocks.dutyCount < blocks.offCount - 1 { return }
    let target = isOff ? (day == 0 && start == .open ? blocks.edgeDuty : 0) : blocks.nextDuty[state]
    if target < 0 { return }
    let role = weekendRole[day]
    let weekend = graph.limitsWeekends && (role == 1 || (role == 2 && isOff)) ? 1 : 0
    for (index, bundle) in graph.bundles.enumerated() {
      let arc = day * graph.bundles.count + index
      let cost = work.bundleCost[arc]
      if cost >= Self.threshold { continue }
      if !isOff, !graph.exits(before: bundle.entry).contains(row % graph.exitCount) { continue }
      let next = Int(graph.advance[(bundle.counters * 2 + weekend) * graph.counterCount + value])
      if next < 0 { continue }
      meet(
        day, row, value, graph.row(duty: target, exit: bundle.exit), next, bundle.length, cost, &least.bundle[arc])
    }
  }

  /// Takes one step into account, for all levels.
  private func meet(
    _ day: Int, _ row: Int, _ value: Int, _ toRow: Int, _ toValue: Int, _ length: Int, _ cost: Int32, _ best: inout Int
  ) {
    guard work.alive[flag(day + 1, toRow, toValue)] != 0 else { return }
    let from = range(day, state(ofRow: row), value)
    let to = range(day + 1, state(ofRow: toRow), toValue)
    let first = max(from.low, to.low - length)
    let last = min(from.high, to.high - length)
    guard first <= last else { return }
    let here = cell(day, row, value)
    let there = cell(day + 1, toRow, toValue) + length
    let (back, cells) = (work.back, work.cells)
    for level in first...last {
      let rest = back[there + level]
      if rest >= Self.threshold { continue }
      let onward = rest &+ cost
      if onward < back[here + level] { back[here + level] = onward }
      let before = cells[here + level]
      if before < Self.threshold { best = min(best, Int(before) + Int(onward)) }
    }
  }
}
