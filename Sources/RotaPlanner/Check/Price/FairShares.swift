extension CheckContext {
  /// Burden points, past points and fair allowances, `[staff][BurdenClass.rawValue]` (O6).
  func burdenShares() -> [[BurdenShare]] {
    let count = scenario.staff.count
    let average = BurdenClass.allCases.map { burden in
      count == 0 ? 0 : scenario.staff.reduce(0) { $0 + $1.ledger.burdens[burden.rawValue] } / count
    }
    return rosters.map { roster in
      BurdenClass.allCases.map { burden in
        let before = roster.member.ledger.burdens[burden.rawValue]
        let allowance = scenario.fairness.allowance[burden.rawValue] + average[burden.rawValue] - before
        let points = roster.duties.filter { carries($0, burden) }.count
        return BurdenShare(points: points, before: before, allowance: max(0, allowance))
      }
    }
  }

  /// Whether a duty carries a point of that class.
  func carries(_ duty: DutyShape, _ burden: BurdenClass) -> Bool {
    let midnight = duty.day * minutesPerDay
    switch burden {
    case .weekend: return horizon.dayKinds[duty.day] != .workday
    case .evening: return duty.stretches.contains { $0.end > midnight + scenario.fairness.eveningFrom }
    case .early: return duty.span.start < midnight + scenario.fairness.earlyBefore
    case .hot:
      return duty.segments.contains { segment in
        guard case .run(let slot) = segment.place else { return false }
        return deliveries[slot].band.isHot
      }
    }
  }

  /// Minutes per person for the hours table.
  func staffHours() -> [StaffHours] {
    rosters.map { roster in
      let nights = horizon.nights(of: roster.contract)
      return StaffHours(
        paidMinutes: roster.paidMinutes,
        overtimeMinutes: roster.overtimeOfWeek.reduce(0, +) - roster.sunkOvertime.reduce(0, +),
        nightMinutes: roster.duties.reduce(0) { sum, duty in nights.reduce(sum) { $0 + duty.work(in: $1) } },
        weekendMinutes: paidMinutes(roster, on: .weekend), holidayMinutes: paidMinutes(roster, on: .holiday),
        duties: roster.duties.count)
    }
  }
}
