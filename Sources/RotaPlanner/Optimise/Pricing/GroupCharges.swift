/// What each person pays for a duty of each limit group besides its price: Lagrangian multipliers of the limits on groups.
///
/// Where the pricing can count only some of the limits, the others are kept, or nearly kept, by what breaking them costs. At any
/// charges the cheapest roster, less the charges of as many duties as the limits allow, costs at most what a lawful roster costs.
struct GroupCharges: Sendable {
  let problem: RosteringProblem
  /// By person and group, at `person * groups + group`, times the scale; not negative, 0 where there is no limit.
  private(set) var values: [Int]

  /// Charges of `amounts`, in objective units, by person and group, rounded to the scale; amounts without a limit count as 0.
  init(_ problem: RosteringProblem, amounts: [Double], scale: Int) {
    self.problem = problem
    values = [Int](repeating: 0, count: amounts.count)
    for (index, amount) in amounts.enumerated() where limit(index) != nil {
      values[index] = max(0, Int((amount * Double(scale)).rounded()))
    }
  }

  private var groups: Int { problem.limitGroups.count }

  /// The highest charge for which costs still fit the cells of a sweep, which `RosterPrices.scale` fills by half.
  static func highest(_ problem: RosteringProblem) -> Double {
    let groupsOfKind = problem.kinds.indices.map { kind in problem.limitGroups.count { $0.contains(kind) } }
    return Double(problem.highestMarginal) / Double(2 * max(1, groupsOfKind.max() ?? 1))
  }

  /// The limit behind a value; nil where there is none.
  func limit(_ index: Int) -> Int? {
    let most = problem.people[index / groups].limits.mostByGroup[index % groups]
    return most < problem.dayCount ? most : nil
  }

  /// The prices as `person` sees them.
  func prices(_ prices: RosterPrices, for person: Int) -> RosterPrices {
    var charged = prices
    for (group, members) in problem.limitGroups.enumerated() {
      let charge = Int32(clamping: values[person * groups + group])
      if charge == 0 { continue }
      for day in 0..<problem.dayCount {
        for kind in members { charged.duty[day * problem.kindCount + kind] += charge }
      }
    }
    return charged
  }

  /// What the person pays for as many duties as the limits allow.
  func allowance(of person: Int) -> Int {
    (person * groups..<(person + 1) * groups).reduce(0) { sum, index in sum + values[index] * (limit(index) ?? 0) }
  }
}
