extension CompactBuilder {
  /// R30: duties and evening duties of a week.
  mutating func addWeekCounts(_ staff: Int, _ week: Int) {
    let counts = scenario.contract(of: staff).weekCounts
    let own = duties(staff, week: week)
    if let most = counts.duties { addRow("R30_p\(staff)_w\(week)", .atMost(Double(most)), terms(own)) }
    if let most = counts.evenings {
      addRow("R30_evening_p\(staff)_w\(week)", .atMost(Double(most)), terms(own) { $0.isEvening ? 1 : 0 })
    }
  }
}
