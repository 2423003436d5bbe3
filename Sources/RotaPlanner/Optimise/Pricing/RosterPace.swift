/// An even spread of a person's minutes and weekends over the days that are open to duties, give or take `band` duties.
struct RosterPace: Sendable {
  private let levelsAtEnd: Int
  private let weekendsAtEnd: Int
  private let width: Int
  private let slack: Int
  /// Days open to duties, and weekends with such a day, before each day.
  private var daysBefore = [0]
  private var weekendsBefore = [0]

  init(graph: RosterGraph, problem: RosteringProblem, mask: DayMask, band: Int) {
    levelsAtEnd = (graph.levels.lowerBound + graph.levels.upperBound) / 2
    weekendsAtEnd = graph.weekendCount - 1
    width = band * (graph.bundles.map(\.length).max() ?? 1)
    slack = max(1, band / 4)
    var last = -1
    for day in 0..<problem.dayCount {
      let arcs = day * problem.kindCount..<(day + 1) * problem.kindCount
      let isOpen = mask.duty[arcs].contains(true)
      let weekend = problem.weekendOfDay[day]
      let begins = isOpen && weekend >= 0 && weekend != last
      if begins { last = weekend }
      daysBefore.append(daysBefore[day] + (isOpen ? 1 : 0))
      weekendsBefore.append(weekendsBefore[day] + (begins ? 1 : 0))
    }
  }

  /// The levels in the band before `day`.
  func levels(_ day: Int) -> ClosedRange<Int32> {
    let middle = levelsAtEnd * daysBefore[day] / max(1, daysBefore.last ?? 1)
    return Int32(middle - width)...Int32(middle + width)
  }

  /// The weekends in the band before `day`.
  func weekends(_ day: Int) -> ClosedRange<Int> {
    let middle = weekendsAtEnd * weekendsBefore[day] / max(1, weekendsBefore.last ?? 1)
    return middle - slack...middle + slack
  }
}
