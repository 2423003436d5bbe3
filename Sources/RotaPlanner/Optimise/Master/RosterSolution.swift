/// One roster for each person, with the cover and objective that follow.
struct RosterSolution: Sendable {
  private(set) var rosters: [RosterColumn]
  private(set) var cover: [Int]
  private(set) var objective: Int

  /// `fixedCover` is what people outside the problem give to each row.
  init(problem: RosteringProblem, rosters: [RosterColumn], fixedCover: [Int]? = nil) {
    self.rosters = rosters
    cover = fixedCover ?? [Int](repeating: 0, count: problem.rows.count)
    objective = problem.constant
    for roster in rosters {
      objective += roster.cost
      for row in roster.rows { cover[Int(row)] += 1 }
    }
    for (index, row) in problem.rows.enumerated() { objective += row.cost(ofCover: cover[index]) }
  }

  /// The same with other rosters for some people.
  func replacing(_ others: [RosterColumn], problem: RosteringProblem) -> RosterSolution {
    var all = rosters
    for roster in others { all[roster.person] = roster }
    return RosterSolution(problem: problem, rosters: all)
  }

  /// The cover that remains without `people`.
  func cover(without people: [Int]) -> [Int] {
    var rest = cover
    for person in people {
      for row in rosters[person].rows { rest[Int(row)] -= 1 }
    }
    return rest
  }

  /// The rosters' own cost without `people`.
  func cost(without people: [Int]) -> Int {
    rosters.reduce(0) { $0 + $1.cost } - people.reduce(0) { $0 + rosters[$1].cost }
  }
}
