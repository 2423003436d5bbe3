/// A problem of one person with random prices, of a size that the engine meets.
struct Shape {
  let name: String
  /// The published instance (Benchmarks/README.md) that has this shape.
  let likeness: String
  let weeks: Int
  /// Minutes of each kind of duty; a kind may not be followed by one of an earlier stage.
  let minutes: [Int]
  let stages: [Int]
  let hours: ClosedRange<Int>
  let weekends: Int
  /// Most duties of each kind that is counted.
  let counted: [Int: Int]

  static let all = [
    Shape(
      name: "month", likeness: "8", weeks: 4, minutes: [480, 480, 480, 480], stages: [0, 1, 2, 3], hours: 136...144,
      weekends: 2, counted: [:]),
    Shape(
      name: "counted", likeness: "8, two kinds limited", weeks: 4, minutes: [480, 480, 480, 480], stages: [0, 1, 2, 3],
      hours: 136...144, weekends: 2, counted: [0: 14, 3: 4]),
    Shape(
      name: "kinds", likeness: "12", weeks: 4, minutes: Array(repeating: 480, count: 10),
      stages: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3], hours: 126...144, weekends: 2, counted: [:]),
    Shape(
      name: "lengths", likeness: "none: lengths of 6 to 12 hours", weeks: 4, minutes: [360, 420, 480, 570, 600, 720],
      stages: [0, 0, 1, 1, 2, 2], hours: 120...152, weekends: 3, counted: [:]),
    Shape(
      name: "half-year", likeness: "20", weeks: 26, minutes: Array(repeating: 480, count: 6),
      stages: [0, 0, 1, 1, 2, 2], hours: 916...936, weekends: 13, counted: [:]),
  ]

  /// The kinds that are limit groups of their own, and so counted.
  var activeGroups: [Int] { counted.keys.sorted() }

  var problem: RosteringProblem {
    let days = weeks * 7
    let kinds = minutes.count
    let person = RosterPerson(
      limits: RosterLimits(
        minutes: hours.lowerBound * 60...hours.upperBound * 60, mostDutiesInARow: 5, fewestDutiesInARow: 2,
        fewestDaysOffInARow: 2, mostWeekends: weekends, mostByGroup: minutes.indices.map { counted[$0] ?? .max }),
      allowed: [Bool](repeating: true, count: days * kinds), cost: [Int](repeating: 0, count: days * kinds),
      offAllowed: [Bool](repeating: true, count: days), offCost: [Int](repeating: 0, count: days))
    return RosteringProblem(
      dayCount: days, weekendOfDay: (0..<days).map { $0 % 7 >= 5 ? $0 / 7 : -1 },
      kinds: minutes.map { DutyKind(minutes: $0) },
      mayFollow: stages.flatMap { before in stages.map { $0 >= before } }, limitGroups: minutes.indices.map { [$0] },
      rows: (0..<days * kinds).map { _ in CoverRow(least: 1, most: 1, under: .linear(100), over: .linear(1)) },
      coverage: (0..<days * kinds).map { [$0] }, people: [person], constant: 0)
  }

  /// Prices from a fixed seed.
  func prices(_ problem: RosteringProblem, scale: Int) -> RosterPrices {
    var state: UInt64 = 1
    let duals = problem.rows.map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * 100
    }
    return RosterPrices(problem: problem, scale: scale, duals: duals)
  }
}
