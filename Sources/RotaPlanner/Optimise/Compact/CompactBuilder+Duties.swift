extension CompactBuilder {
  /// Duty columns with O7, O10 and their pay; R01.
  mutating func addDuties(_ duties: [DutyCandidate]) {
    let horizon = scenario.horizon
    dutiesOfDay = Array(repeating: Array(repeating: [], count: horizon.days), count: scenario.staff.count)
    presence = Array(repeating: Array(repeating: [], count: horizon.slotCount), count: scenario.stations.count)
    crews = Array(repeating: [], count: scenario.delivery.slots.count)
    for (position, duty) in duties.enumerated() {
      let number = dutiesOfDay[duty.staff][duty.day].count
      let column = addColumn(
        "duty_p\(duty.staff)_d\(duty.day)_\(number)", .unit, units: (duty.wishes + duty.away).units, money: duty.pay)
      columns.duties.append(.init(duty: duty, column: column))
      dutiesOfDay[duty.staff][duty.day].append(position)
      index(duty, at: position)
    }
    let wanted = scenario.staff.flatMap(\.wishes).filter { $0.kind == .on }
    model.addConstant(wanted.reduce(Score.zero) { $0 + $1.weight }.units)
    addOnePerDay()
  }

  private mutating func index(_ duty: DutyCandidate, at position: Int) {
    let length = scenario.horizon.slotMinutes
    for segment in duty.segments {
      switch segment.place {
      case .station(let station):
        for slot in (segment.interval.start / length)..<(segment.interval.end / length) {
          presence[station][slot].append(position)
        }
      case .run(let slot): crews[slot].append(position)
      }
    }
  }

  private mutating func addOnePerDay() {
    for (staff, days) in dutiesOfDay.enumerated() {
      for (day, duties) in days.enumerated() where duties.count > 1 {
        addRow("R01_p\(staff)_d\(day)", .atMost(1), terms(duties))
      }
    }
  }
}
