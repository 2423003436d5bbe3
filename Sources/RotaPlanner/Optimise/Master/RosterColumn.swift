/// One whole roster of one person: a column of the master.
struct RosterColumn: Sendable, Hashable {
  /// The person.
  let person: Int
  /// The kind on each day, -1 for a day off.
  let kinds: [Int32]
  /// The roster's own cost, without cover.
  let cost: Int
  /// The rows it covers, in rising order; a row may appear more than once.
  let rows: [Int32]

  init(problem: RosteringProblem, person: Int, kinds: [Int32]) {
    self.person = person
    self.kinds = kinds
    let owner = problem.people[person]
    var cost = 0
    var rows: [Int32] = []
    for (day, kind) in kinds.enumerated() {
      if kind < 0 {
        cost += owner.offCost[day]
      } else {
        let arc = day * problem.kindCount + Int(kind)
        cost += owner.cost[arc]
        rows.append(contentsOf: problem.coverage[arc].map(Int32.init))
      }
    }
    self.cost = cost
    self.rows = rows.sorted()
  }
}
