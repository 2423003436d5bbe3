/// For each day, run state and weekend count: the minutes from which the end can still be lawful.
///
/// Without it the dynamic program would carry every number of minutes on every day; with it, days that are fixed cost next to
/// nothing, and a year costs a band around the person's pace.
struct RosterCorridor: Sendable {
  /// The levels in use at `(day * states + state) * weekends + weekend`.
  private(set) var spans: [LevelSpan]
  /// Per day: the lowest level in use, the number of levels in use, and where its layer starts.
  private(set) var base: [Int]
  private(set) var width: [Int]
  private(set) var offset: [Int]
  /// Cells in all layers.
  private(set) var size: Int
  /// Whether some roster is lawful, as far as minutes, weekends, runs and the mask tell.
  private(set) var isFeasible: Bool

  static let none: Int32 = 1 << 28

  /// A corridor for the mask; a `pace` narrows it to rosters that spread minutes and weekends evenly, which is no limit of the
  /// person but makes a long horizon quick to fill.
  init(graph: RosterGraph, problem: RosteringProblem, person: RosterPerson, mask: DayMask, pace: RosterPace? = nil) {
    let sweep = CorridorSweep(graph: graph, problem: problem, person: person, mask: mask)
    let forward = sweep.forward()
    let backward = sweep.backward()
    let days = problem.dayCount
    let cells = (days + 1) * sweep.stride
    spans = [LevelSpan](repeating: .empty, count: cells)
    base = []
    width = []
    offset = []
    size = 0
    for day in 0...days {
      var least = Int32.max
      var most = Int32.min
      for cell in day * sweep.stride..<(day + 1) * sweep.stride {
        guard forward.low[cell] < Self.none, backward.low[cell] < Self.none else { continue }
        var from = max(forward.low[cell], Int32(graph.levels.lowerBound) - backward.high[cell])
        var upTo = min(forward.high[cell], Int32(graph.levels.upperBound) - backward.low[cell])
        if let pace {
          guard pace.weekends(day).contains(cell % graph.weekendCount) else { continue }
          from = max(from, pace.levels(day).lowerBound)
          upTo = min(upTo, pace.levels(day).upperBound)
        }
        guard from <= upTo else { continue }
        spans[cell] = LevelSpan(low: Int(from), high: Int(upTo))
        least = min(least, from)
        most = max(most, upTo)
      }
      base.append(least <= most ? Int(least) : 0)
      width.append(least <= most ? Int(most - least) + 1 : 0)
      offset.append(size)
      size += width[day] * graph.rowCount * graph.counterCount
    }
    isFeasible = !width.contains(0)
  }
}

/// Levels from the fewest to the most, both included; empty where `low > high`.
struct LevelSpan: Sendable {
  let low: Int
  let high: Int

  static let empty = LevelSpan(low: 1, high: 0)
}

/// Fewest and most levels before and after each day, by run state and weekend count.
private struct CorridorSweep {
  typealias Range = (low: [Int32], high: [Int32])
  let graph: RosterGraph
  let person: RosterPerson
  let days: Int
  let isWeekend: [Bool]
  let continuesWeekend: [Bool]
  let shortest: [Int32]
  let longest: [Int32]
  let off: [Bool]
  let stride: Int

  init(graph: RosterGraph, problem: RosteringProblem, person: RosterPerson, mask: DayMask) {
    self.graph = graph
    self.person = person
    days = problem.dayCount
    let weekend = problem.weekendOfDay
    isWeekend = weekend.map { $0 >= 0 }
    continuesWeekend = weekend.indices.map { $0 > 0 && weekend[$0] >= 0 && weekend[$0 - 1] == weekend[$0] }
    var least = [Int32](repeating: RosterCorridor.none, count: days)
    var most = [Int32](repeating: -1, count: days)
    for day in 0..<days {
      for kind in 0..<problem.kindCount where mask.duty[day * problem.kindCount + kind] {
        let length = Int32(problem.kinds[kind].minutes / graph.unit)
        least[day] = min(least[day], length)
        most[day] = max(most[day], length)
      }
    }
    shortest = least
    longest = most
    off = mask.off
    stride = graph.blocks.stateCount * graph.weekendCount
  }

  /// Calls `step(from, to, shortest, longest)` for every step of `day`; the cells are those of one layer.
  private func steps(_ day: Int, _ step: (_ from: Int, _ to: Int, _ shortest: Int32, _ longest: Int32) -> Void) {
    let blocks = graph.blocks
    let weekends = graph.weekendCount
    for state in 0..<blocks.stateCount {
      let isOff = state >= blocks.dutyCount
      if off[day], isOff || blocks.mayEnd[state] {
        let target = blocks.dutyCount + (isOff ? blocks.nextOff(state - blocks.dutyCount) : 0)
        for weekend in 0..<weekends { step(state * weekends + weekend, target * weekends + weekend, 0, 0) }
      }
      guard longest[day] >= 0 else { continue }
      var target = isOff ? 0 : blocks.nextDuty[state]
      if isOff {
        if state - blocks.dutyCount < blocks.offCount - 1 { continue }
        if day == 0, person.start == .open { target = blocks.edgeDuty }
      }
      if target < 0 { continue }
      let adds = graph.limitsWeekends && isWeekend[day] && (isOff || !continuesWeekend[day]) ? 1 : 0
      for weekend in 0..<max(0, weekends - adds) {
        step(state * weekends + weekend, target * weekends + weekend + adds, shortest[day], longest[day])
      }
    }
  }

  func forward() -> Range {
    var low = [Int32](repeating: RosterCorridor.none, count: (days + 1) * stride)
    var high = [Int32](repeating: -1, count: (days + 1) * stride)
    let start = graph.blocks.state(of: person.start) * graph.weekendCount
    low[start] = 0
    high[start] = 0
    for day in 0..<days {
      let here = day * stride
      steps(day) { from, to, shortest, longest in
        guard low[here + from] < RosterCorridor.none else { return }
        low[here + stride + to] = min(low[here + stride + to], low[here + from] + shortest)
        high[here + stride + to] = max(high[here + stride + to], high[here + from] + longest)
      }
    }
    return (low, high)
  }

  func backward() -> Range {
    var low = [Int32](repeating: RosterCorridor.none, count: (days + 1) * stride)
    var high = [Int32](repeating: -1, count: (days + 1) * stride)
    for cell in days * stride..<(days + 1) * stride {
      low[cell] = 0
      high[cell] = 0
    }
    for day in (0..<days).reversed() {
      let here = day * stride
      steps(day) { from, to, shortest, longest in
        guard low[here + stride + to] < RosterCorridor.none else { return }
        low[here + from] = min(low[here + from], low[here + stride + to] + shortest)
        high[here + from] = max(high[here + from], high[here + stride + to] + longest)
      }
    }
    return (low, high)
  }
}

extension BlockAutomaton {
  /// The run state on the day before the horizon.
  func state(of start: RosterStart) -> Int {
    switch start {
    case .open: return dutyCount + offCount - 1
    case .off(let days): return dutyCount + min(max(days, 1), offCount) - 1
    case .onDuty(let days, _):
      // Longer than lawful counts as just lawful, and nothing but a day off can follow.
      var state = 0
      for _ in 1..<max(days, 1) where nextDuty[state] >= 0 { state = nextDuty[state] }
      return state
    }
  }
}
