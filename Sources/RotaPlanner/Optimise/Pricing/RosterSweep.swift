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
  func range(_ day: Int, _ state: Int, _ value: Int) -> LevelSpan {
    corridor.spans[(day * graph.blocks.stateCount + state) * graph.weekendCount + value % graph.weekendCount]
  }

  /// Fills all layers; the costs stand in the workspace.
  func run() {
    // Read once: a property of a class is looked after at every access.
    let (cells, alive) = (work.cells, work.alive)
    alive.update(repeating: 0, count: (dayCount + 1) * rows * counters)
    let row = graph.row(of: start)
    alive[flag(0, row, 0)] = 1
    cells[cell(0, row, 0)] = 0
    withTables { tables in
      var before = layer(0, cells, alive, tables)
      for day in 0..<dayCount {
        let after = layer(day + 1, cells, alive, tables)
        step(day, before, after, tables).run()
        before = after
      }
    }
  }

  private func withTables(_ body: (SweepTables) -> Void) {
    corridor.spans.withUnsafeBufferPointer { spans in
      graph.bundles.withUnsafeBufferPointer { bundles in
        graph.advance.withUnsafeBufferPointer { advance in
          graph.predecessors.withUnsafeBufferPointer { predecessors in
            body(
              SweepTables(
                spans: spans, bundles: bundles, advance: advance, predecessors: predecessors,
                bundleCost: work.bundleCost, offCost: work.offCost, minima: work.entryMinima))
          }
        }
      }
    }
  }

  private func layer(
    _ day: Int, _ cells: UnsafeMutablePointer<Int32>, _ alive: UnsafeMutablePointer<UInt8>, _ tables: SweepTables
  ) -> SweepLayer {
    let spans = graph.blocks.stateCount * graph.weekendCount
    return SweepLayer(
      cells: cells + cell(day, 0, 0), alive: alive + flag(day, 0, 0),
      spans: UnsafeBufferPointer(rebasing: tables.spans[day * spans..<(day + 1) * spans]), width: corridor.width[day])
  }

  private func step(_ day: Int, _ before: SweepLayer, _ after: SweepLayer, _ tables: SweepTables) -> SweepDay {
    let role = graph.limitsWeekends ? weekendRole[day] : 0
    return SweepDay(
      graph: graph, sizes: SweepSizes(graph), tables: tables, before: before, after: after,
      offCost: tables.offCost[day], bundleCost: tables.bundleCost + day * graph.bundles.count,
      firstDuty: day == 0 && start == .open ? graph.blocks.edgeDuty : 0, weekendAfterDuty: role == 1 ? 1 : 0,
      weekendAfterOff: role == 0 ? 0 : 1)
  }
}
