/// Reading rosters back out of the layers of a sweep: integer costs let each step be found again by an exact comparison.
extension RosterSweep {
  /// A final state and the cost of the cheapest way to it.
  struct End {
    var row: Int
    var value: Int
    var level: Int
    var cost: Int32
  }

  /// For each lawful number of minutes, the cheapest end, cheapest first (ties: fewer minutes first).
  func ends() -> [End] {
    let day = weekendRole.count
    var best = [End?](repeating: nil, count: graph.levels.count)
    for row in 0..<graph.rowCount {
      for value in 0..<graph.counterCount where work.alive[flag(day, row, value)] != 0 {
        let span = range(day, state(ofRow: row), value)
        guard span.low <= span.high else { continue }
        let cells = work.cells + cell(day, row, value)
        for level in span.low...span.high where cells[level] < Self.threshold {
          guard graph.levels.contains(level) else { continue }
          let index = level - graph.levels.lowerBound
          if best[index].map({ cells[level] < $0.cost }) ?? true {
            best[index] = End(row: row, value: value, level: level, cost: cells[level])
          }
        }
      }
    }
    return best.compactMap { $0 }.sorted { ($0.cost, $0.level) < ($1.cost, $1.level) }
  }

  func state(ofRow row: Int) -> Int {
    let duties = graph.blocks.dutyCount * graph.exitCount
    return row < duties ? row / graph.exitCount : graph.blocks.dutyCount + row - duties
  }

  /// The kinds of the roster that ends in `end`, day by day, -1 for a day off.
  func roster(to end: End) -> [Int32] {
    var kinds = [Int32](repeating: -1, count: weekendRole.count)
    var here = end
    for day in kinds.indices.reversed() {
      kinds[day] = stepBack(day, &here)
    }
    return kinds
  }

  private func holds(_ day: Int, _ row: Int, _ value: Int, _ level: Int, _ cost: Int32) -> Bool {
    guard work.alive[flag(day, row, value)] != 0 else { return false }
    let span = range(day, state(ofRow: row), value)
    return level >= span.low && level <= span.high && work.cells[cell(day, row, value) + level] == cost
  }

  private func stepBack(_ day: Int, _ here: inout End) -> Int32 {
    let state = state(ofRow: here.row)
    let blocks = graph.blocks
    if state >= blocks.dutyCount {
      let cost = here.cost &- work.offCost[day]
      for row in 0..<graph.rowCount {
        let before = self.state(ofRow: row)
        let next =
          before >= blocks.dutyCount
          ? blocks.dutyCount + blocks.nextOff(before - blocks.dutyCount)
          : (blocks.mayEnd[before] ? blocks.dutyCount : -1)
        if next == state, holds(day, row, here.value, here.level, cost) {
          here = End(row: row, value: here.value, level: here.level, cost: cost)
          return -1
        }
      }
      preconditionFailure("a state without a step to it")
    }
    for index in graph.bundles.indices where graph.bundles[index].exit == here.row % graph.exitCount {
      let arc = day * graph.bundles.count + index
      if work.bundleCost[arc] >= Self.threshold { continue }
      if stepBack(day, state, index, work.bundleCost[arc], &here) { return work.bundleKind[arc] }
    }
    preconditionFailure("a state without a step to it")
  }

  private func stepBack(_ day: Int, _ state: Int, _ index: Int, _ arcCost: Int32, _ here: inout End) -> Bool {
    let bundle = graph.bundles[index]
    let blocks = graph.blocks
    let cost = here.cost &- arcCost
    let level = here.level - bundle.length
    let fromOff = state == (day == 0 && start == .open ? blocks.edgeDuty : 0)
    for value in 0..<graph.counterCount {
      let weekend = graph.limitsWeekends ? weekendRole[day] : 0
      func reaches(_ adds: Bool) -> Bool {
        graph.advance[(bundle.counters * 2 + (adds ? 1 : 0)) * graph.counterCount + value] == Int32(here.value)
      }
      if fromOff, reaches(weekend != 0) {
        let row = graph.row(off: blocks.offCount - 1)
        if holds(day, row, value, level, cost) {
          here = End(row: row, value: value, level: level, cost: cost)
          return true
        }
      }
      guard reaches(weekend == 1) else { continue }
      for before in 0..<blocks.dutyCount where blocks.nextDuty[before] == state {
        for exit in graph.exits(before: bundle.entry) {
          let row = graph.row(duty: before, exit: exit)
          if holds(day, row, value, level, cost) {
            here = End(row: row, value: value, level: level, cost: cost)
            return true
          }
        }
      }
    }
    return false
  }
}
