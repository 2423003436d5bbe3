/// What a sweep reads again and again, as buffers; they hold only inside `RosterSweep.run`.
struct SweepTables {
  /// As in `RosterCorridor`.
  let spans: UnsafeBufferPointer<LevelSpan>
  /// As in `RosterGraph`.
  let bundles: UnsafeBufferPointer<RosterGraph.Bundle>
  let advance: UnsafeBufferPointer<Int32>
  let predecessors: UnsafeBufferPointer<Int>
  /// As in `PricingWorkspace`.
  let bundleCost: UnsafeMutablePointer<Int32>
  let offCost: UnsafeMutablePointer<Int32>
  /// Room for one cell row.
  let minima: UnsafeMutablePointer<Int32>
}

/// The costs before or after a day, by cell row (`row * counters + value`) and level.
struct SweepLayer {
  /// Cell row 0, to be indexed by level.
  let cells: UnsafeMutablePointer<Int32>
  /// Whether a cell row was reached.
  let alive: UnsafeMutablePointer<UInt8>
  /// The levels in use, by run state and weekend count.
  let spans: UnsafeBufferPointer<LevelSpan>
  let width: Int

  /// A cell row, to be indexed by level; nil when it was not reached.
  @inline(__always)
  func row(_ index: Int) -> UnsafeMutablePointer<Int32>? {
    alive[index] == 0 ? nil : cells + index &* width
  }
}

/// The numbers of everything that cells are counted by, and where the cells of a thing stand.
struct SweepSizes {
  /// Counter values, and how many of them differ in weekends only.
  let counters: Int
  let weekends: Int
  /// Run states on duty and off, exit classes.
  let duties: Int
  let offs: Int
  let exits: Int

  init(_ graph: RosterGraph) {
    counters = graph.counterCount
    weekends = graph.weekendCount
    duties = graph.blocks.dutyCount
    offs = graph.blocks.offCount
    exits = graph.exitCount
  }

  @inline(__always)
  func row(duty state: Int, exit: Int) -> Int { state &* exits &+ exit }

  @inline(__always)
  func row(off: Int) -> Int { duties &* exits &+ off }

  @inline(__always)
  func cellRow(_ row: Int, _ value: Int) -> Int { row &* counters &+ value }

  @inline(__always)
  func span(_ state: Int, _ weekend: Int) -> Int { state &* weekends &+ weekend }
}
