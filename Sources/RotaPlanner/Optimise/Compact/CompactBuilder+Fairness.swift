extension CompactBuilder {
  /// O6: points above the fair allowance.
  mutating func addFairness() {
    for staff in scenario.staff.indices {
      for burden in BurdenClass.allCases {
        let price = scenario.weights.burdenPoint[burden.rawValue]
        let allowance = scenario.fairAllowance(of: staff, burden)
        let days = dutiesOfDay[staff].map { duties in
          duties.filter { columns.duties[$0].duty.points[burden.rawValue] > 0 }
        }
        guard price > .zero, days.count(where: { !$0.isEmpty }) > allowance else { continue }
        let column = addDerived(
          .unfair(staff: staff, burden: burden), "unfair_p\(staff)_b\(burden.rawValue)", .nonNegative,
          units: price.units)
        let points = terms(days.flatMap { $0 }) { Double(-$0.points[burden.rawValue]) }
        addRow("O6_p\(staff)_b\(burden.rawValue)", .atLeast(Double(-allowance)), points + [(column, 1)])
      }
    }
  }
}
