/// The engine's sweep and the one in C over the same tables and the same memory.
final class Sweeps {
  let swift: RosterSweep
  private var tables = sweep_tables()
  /// Keeps the arrays that `tables` points into.
  private let kept: [UnsafeMutableRawPointer]
  private let dayCount: Int

  init(_ shape: Shape) {
    let problem = shape.problem
    let scale = RosterPrices.scale(for: problem)
    let pricer = PersonPricer(problem: problem, person: 0, scale: scale)
    let person = problem.people[0]
    let graph = RosterGraph(problem: problem, person: person, activeGroups: shape.activeGroups, unit: pricer.unit)
    let corridor = RosterCorridor(graph: graph, problem: problem, person: person, mask: pricer.mask)
    precondition(corridor.isFeasible, "Nobody can work \(shape.name).")
    let work = PricingWorkspace()
    swift = pricer.swept(shape.prices(problem, scale: scale), work, graph, corridor, pricer.mask)
    dayCount = problem.dayCount
    var kept: [UnsafeMutableRawPointer] = []
    func copy<Element>(_ array: [Element]) -> UnsafePointer<Element> {
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
      memory.initialize(from: array, count: array.count)
      kept.append(memory)
      return UnsafePointer(memory)
    }
    let blocks = graph.blocks
    tables.days = dayCount
    tables.counters = graph.counterCount
    tables.rows = graph.rowCount
    tables.weekends = graph.weekendCount
    tables.states = blocks.stateCount
    tables.duty_states = blocks.dutyCount
    tables.off_states = blocks.offCount
    tables.exits = graph.exitCount
    tables.entries = graph.entryCount
    tables.bundles = graph.bundles.count
    tables.start_row = swift.graph.row(of: swift.start)
    tables.edge_duty = blocks.edgeDuty
    tables.starts_open = swift.start == .open ? 1 : 0
    tables.limits_weekends = graph.limitsWeekends ? 1 : 0
    tables.spans = copy(corridor.spans.map { sweep_span(low: $0.low, high: $0.high) })
    tables.base = copy(corridor.base)
    tables.width = copy(corridor.width)
    tables.offset = copy(corridor.offset)
    tables.bundle = copy(
      graph.bundles.map { sweep_bundle(exit: $0.exit, length: $0.length, counters: $0.counters) })
    tables.advance = copy(graph.advance)
    tables.entry_start = copy(graph.entryStart)
    tables.predecessor_start = copy(graph.predecessorStart)
    tables.predecessors = copy(graph.predecessors)
    tables.next_duty = copy(blocks.nextDuty)
    tables.may_end = copy(blocks.mayEnd.map { $0 ? 1 : 0 })
    tables.weekend_role = copy(pricer.weekendRole)
    tables.bundle_cost = UnsafePointer(work.bundleCost)
    tables.off_cost = UnsafePointer(work.offCost)
    tables.cells = work.cells
    tables.minima = work.entryMinima
    tables.alive = work.alive
    self.kept = kept
  }

  deinit { for memory in kept { memory.deallocate() } }

  func runC() { sweep_run(&tables) }

  /// Cells of all layers.
  var size: Int { swift.corridor.size }

  /// Puts rubbish where the last sweep left its costs, so that nothing of it is taken for the next one's.
  func spoil() { swift.work.cells.update(repeating: 0x5A5A5A5, count: size) }

  /// A sum over all costs that a sweep has left, with their places.
  var checksum: UInt64 {
    var sum: UInt64 = 0
    for day in 0...dayCount {
      for row in 0..<swift.graph.rowCount {
        for value in 0..<swift.graph.counterCount where swift.work.alive[swift.flag(day, row, value)] != 0 {
          let span = swift.range(day, swift.state(ofRow: row), value)
          let cells = swift.work.cells + swift.cell(day, row, value)
          for level in stride(from: span.low, through: span.high, by: 1) {
            sum = (sum &+ UInt64(bitPattern: Int64(cells[level])) &+ UInt64(level)) &* 0x9E37_79B9_7F4A_7C15
          }
        }
      }
    }
    return sum
  }
}
