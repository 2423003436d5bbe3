/// A spread of a person's minutes and weekends over the days that are open to duties, give or take a band: evenly, or as the
/// wanted cover is spread.
struct RosterPace: Sendable {
  /// What the spread follows.
  enum Measure: Sendable {
    /// Every open day alike.
    case days
    /// Weekends like the minutes wanted on them; minutes like those wanted in their week, but what is left over levels the low weeks up.
    case need
  }

  /// The middles of the bands before each day.
  private let levelsBefore: [Int]
  private let weekendsBefore: [Int]
  private let width: Int
  private let slack: Int

  /// Minutes may be `band` duties ahead or behind, weekends a quarter of that.
  init(graph: RosterGraph, problem: RosteringProblem, mask: DayMask, measure: Measure, band: Int) {
    let (weights, weekendWeights) = Self.weights(measure, problem)
    var (days, weekends) = ([0], [0])
    var last = -1
    for day in 0..<problem.dayCount {
      let arcs = day * problem.kindCount..<(day + 1) * problem.kindCount
      let isOpen = mask.duty[arcs].contains(true)
      let weekend = problem.weekendOfDay[day]
      let begins = isOpen && weekend >= 0 && weekend != last
      if begins { last = weekend }
      days.append(days[day] + (isOpen ? weights[day] : 0))
      weekends.append(weekends[day] + (begins ? weekendWeights[day] : 0))
    }
    func stretched(_ values: [Int], to end: Int) -> [Int] { values.map { end * $0 / max(1, values.last ?? 1) } }
    let levelsAtEnd = (graph.levels.lowerBound + graph.levels.upperBound) / 2
    self.init(
      graph, levels: stretched(days, to: levelsAtEnd), weekends: stretched(weekends, to: graph.weekendCount - 1),
      band: band)
  }

  /// A band about a mean of rosters, which may break the limits on minutes and weekends: then it is stretched to them. `duties` says how
  /// much of a duty of each kind each day has, at `day * kindCount + kind`.
  init(graph: RosterGraph, problem: RosteringProblem, along duties: [Float], band: Int) {
    var (levels, weekends) = ([0.0], [0.0])
    var (last, part) = (-1, 0.0)
    for day in 0..<problem.dayCount {
      var (worked, level) = (0.0, 0.0)
      for kind in 0..<problem.kindCount {
        let share = Double(duties[day * problem.kindCount + kind])
        worked += share
        level += share * Double(problem.kinds[kind].minutes / graph.unit)
      }
      levels.append(levels[day] + level)
      let weekend = problem.weekendOfDay[day]
      // A weekend counts as much as the busier one of its days.
      let before = weekend == last ? part : 0
      part = weekend < 0 ? 0 : max(before, worked)
      weekends.append(weekends[day] + (weekend < 0 ? 0 : part - before))
      last = weekend
    }
    let levelsAtEnd = min(Double(graph.levels.upperBound), max(Double(graph.levels.lowerBound), levels.last ?? 0))
    let weekendsAtEnd = min(Double(graph.weekendCount - 1), weekends.last ?? 0)
    func stretched(_ values: [Double], to end: Double) -> [Int] {
      values.map { Int(($0 * end / max(1e-9, values.last ?? 1)).rounded()) }
    }
    self.init(
      graph, levels: stretched(levels, to: levelsAtEnd), weekends: stretched(weekends, to: weekendsAtEnd), band: band)
  }

  private init(_ graph: RosterGraph, levels: [Int], weekends: [Int], band: Int) {
    (levelsBefore, weekendsBefore) = (levels, weekends)
    width = band * (graph.bundles.map(\.length).max() ?? 1)
    slack = max(1, band / 4)
  }

  /// What each day counts for minutes, and what each weekend counts at its first open day.
  private static func weights(_ measure: Measure, _ problem: RosteringProblem) -> ([Int], [Int]) {
    switch measure {
    case .days:
      let even = [Int](repeating: 1, count: problem.dayCount)
      return (even, even)
    case .need:
      let need = need(problem)
      return (filled(need, problem), need)
    }
  }

  /// The minutes wanted on each day.
  private static func need(_ problem: RosteringProblem) -> [Int] {
    var counted = [Bool](repeating: false, count: problem.rows.count)
    var need = [Int](repeating: 0, count: problem.dayCount)
    for (arc, rows) in problem.coverage.enumerated() {
      for row in rows where !counted[row] {
        counted[row] = true
        need[arc / problem.kindCount] += problem.rows[row].least * problem.kinds[arc % problem.kindCount].minutes
      }
    }
    return need
  }

  /// Minutes for each day: the mean of its week's need, and in weeks that need less what is left of everybody's minutes, to one level.
  private static func filled(_ need: [Int], _ problem: RosteringProblem) -> [Int] {
    let weeks = stride(from: 0, to: need.count, by: 7).map { first in
      let days = need[first..<min(need.count, first + 7)]
      return days.reduce(0, +) / days.count
    }
    let minutes = problem.people.map(\.limits.minutes)
    let supply = minutes.reduce(0) {
      $0 + min($1.lowerBound, dayMinutes * need.count) / 2 + min($1.upperBound, dayMinutes * need.count) / 2
    }
    var (low, high) = (0, supply)
    while low < high {
      let level = (low + high + 1) / 2
      let sum = need.indices.reduce(0) { $0 + max(level, weeks[$1 / 7]) }
      if sum <= supply { low = level } else { high = level - 1 }
    }
    return need.indices.map { max(low, weeks[$0 / 7]) }
  }

  private static let dayMinutes = 1440

  /// The levels in the band before `day`.
  func levels(_ day: Int) -> ClosedRange<Int32> {
    Int32(levelsBefore[day] - width)...Int32(levelsBefore[day] + width)
  }

  /// The weekends in the band before `day`.
  func weekends(_ day: Int) -> ClosedRange<Int> { weekendsBefore[day] - slack...weekendsBefore[day] + slack }
}
