/// The forward sweep behind `RelaxedPricer`: the cheapest way to each run state and exit class on each day, and where it came from.
struct RelaxedSweep {
  static let unreached = Int.max / 4

  let graph: RosterGraph
  let start: RosterStart
  /// As in `RosterSweep`; nil where weekends cost nothing.
  let weekendRole: [UInt8]?
  let work: RelaxedWorkspace
  /// What a level of minutes earns, and what a weekend with a duty costs, times the scale.
  let levelCharge: Int
  let weekendCharge: Int

  private var dayCount: Int { work.days }
  private var rows: Int { graph.rowCount }

  /// The cheapest roster, with its cost after charges; nil when there is none.
  func run() -> (cost: Int, kinds: [Int32])? {
    let costs = work.costs
    costs.update(repeating: Self.unreached, count: (dayCount + 1) * rows)
    costs[graph.row(of: start)] = 0
    for day in 0..<dayCount { step(day, costs + day * rows, costs + (day + 1) * rows) }
    let last = costs + dayCount * rows
    guard let end = (0..<rows).min(by: { last[$0] < last[$1] }), last[end] < Self.unreached else { return nil }
    return (last[end], kinds(to: end))
  }

  private func step(_ day: Int, _ before: UnsafeMutablePointer<Int>, _ after: UnsafeMutablePointer<Int>) {
    let blocks = graph.blocks
    let role = weekendRole?[day] ?? 0
    let offCost = work.offCost[day]
    if offCost < Self.unreached {
      for state in 0..<blocks.dutyCount where blocks.mayEnd[state] {
        for exit in 0..<graph.exitCount {
          let row = state &* graph.exitCount &+ exit
          relax(day, after, graph.row(off: 0), before[row] &+ offCost, from: row, bundle: -1)
        }
      }
      for off in 0..<blocks.offCount {
        let row = graph.row(off: off)
        relax(day, after, graph.row(off: blocks.nextOff(off)), before[row] &+ offCost, from: row, bundle: -1)
      }
    }
    let rested = graph.row(off: blocks.offCount - 1)
    let firstDuty = day == 0 && start == .open ? blocks.edgeDuty : 0
    duties(day, after, before[rested] &+ (role == 0 ? 0 : weekendCharge), rested, 0..<graph.bundles.count, firstDuty)
    for state in 0..<blocks.dutyCount where blocks.nextDuty[state] >= 0 {
      for entry in 0..<graph.entryCount {
        var (least, source) = (Self.unreached, -1)
        for index in graph.predecessorStart[entry]..<graph.predecessorStart[entry + 1] {
          let row = state &* graph.exitCount &+ graph.predecessors[index]
          if before[row] < least { (least, source) = (before[row], row) }
        }
        if source < 0 { continue }
        let bundles = graph.entryStart[entry]..<graph.entryStart[entry + 1]
        duties(day, after, least &+ (role == 1 ? weekendCharge : 0), source, bundles, blocks.nextDuty[state])
      }
    }
  }

  /// The duties of some bundles after one row.
  @inline(__always)
  private func duties(
    _ day: Int, _ after: UnsafeMutablePointer<Int>, _ cost: Int, _ source: Int, _ bundles: Range<Int>, _ target: Int
  ) {
    if cost >= Self.unreached { return }
    let costs = work.bundleCost + day &* graph.bundles.count
    for bundle in bundles where costs[bundle] < Self.unreached {
      let own = graph.bundles[bundle]
      let row = target &* graph.exitCount &+ own.exit
      relax(day, after, row, cost &+ costs[bundle] &- levelCharge &* own.length, from: source, bundle: bundle)
    }
  }

  @inline(__always)
  private func relax(
    _ day: Int, _ after: UnsafeMutablePointer<Int>, _ row: Int, _ cost: Int, from source: Int, bundle: Int
  ) {
    if cost >= after[row] || cost >= Self.unreached { return }
    after[row] = cost
    work.sources[(day &+ 1) &* rows &+ row] = Int16(truncatingIfNeeded: source)
    work.bundles[(day &+ 1) &* rows &+ row] = Int16(truncatingIfNeeded: bundle)
  }

  private func kinds(to end: Int) -> [Int32] {
    var kinds = [Int32](repeating: -1, count: dayCount)
    var row = end
    for day in (0..<dayCount).reversed() {
      let place = (day + 1) * rows + row
      let bundle = Int(work.bundles[place])
      if bundle >= 0 { kinds[day] = Int32(work.bundleKind[day * graph.bundles.count + bundle]) }
      row = Int(work.sources[place])
    }
    return kinds
  }
}

/// The memory of one thread for `RelaxedPricer`, reused from call to call.
final class RelaxedWorkspace: @unchecked Sendable {
  private(set) var days = 0
  /// By day and row: the least cost, the row that it came from, and the bundle, -1 for a day off.
  private(set) var costs = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private(set) var sources = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  private(set) var bundles = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  /// By day and bundle: the cost of its cheapest kind, and that kind.
  private(set) var bundleCost = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private(set) var bundleKind = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
  /// By day.
  private(set) var offCost = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private var capacity = [0, 0, 0]

  deinit {
    costs.deallocate()
    sources.deallocate()
    bundles.deallocate()
    bundleCost.deallocate()
    bundleKind.deallocate()
    offCost.deallocate()
  }

  /// Makes room; what was stored is lost.
  func reserve(days: Int, rows: Int, bundles count: Int) {
    self.days = days
    let needed = [(days + 1) * rows, days * count, days]
    if needed[0] > capacity[0] {
      grow(&costs, needed[0])
      grow(&sources, needed[0])
      grow(&bundles, needed[0])
    }
    if needed[1] > capacity[1] {
      grow(&bundleCost, needed[1])
      grow(&bundleKind, needed[1])
    }
    if needed[2] > capacity[2] { grow(&offCost, needed[2]) }
    capacity = zip(capacity, needed).map { max($0, $1) }
  }

  private func grow<Element>(_ buffer: inout UnsafeMutablePointer<Element>, _ count: Int) {
    buffer.deallocate()
    buffer = .allocate(capacity: count)
  }
}
