/// What a row says of pregnancy and of hours a week, checked against itself and against the person's contract.
extension ScenarioValidation {
  /// A month of pregnancy beside a no, and antenatal visits of somebody who is not said to be pregnant.
  func checkProtection(_ person: StaffDraft, _ rows: [AvailabilityDraft]) {
    if let month = person.pregnantMonth, !person.isPregnant {
      let place = person.origin.location(StaffDraft.Columns.pregnantMonth)
      issues.add(Issue(.pregnancyContradicted, at: place, subject: person.id, found: month))
    }
    if let visit = rows.first(where: { $0.kind == .antenatal }), !person.isPregnant {
      let place = visit.origin.location(AvailabilityDraft.Columns.kind)
      issues.add(Issue(.visitWithoutPregnancy, at: place, subject: person.id))
    }
  }

  /// Hours a week that the person's contract, or the person's own cap, never allows.
  func checkWeekHours(_ person: StaffDraft, _ contract: Contract) {
    let most = contract.mostOfWeek(isNightWorker: person.isNightWorker)
    if let cap = person.weekCapMinutes, cap > most {
      let place = person.origin.location(StaffDraft.Columns.weekCap)
      issues.add(
        Issue(
          .capAboveLaw, at: place, subject: person.id, found: hoursText(cap), expected: hoursText(most),
          ["class": contract.id]))
    }
    let cap = min(person.weekCapMinutes ?? .max, most)
    if person.guaranteedWeekMinutes > cap {
      let place = person.origin.location(StaffDraft.Columns.guaranteed)
      issues.add(
        Issue(
          .guaranteedAboveCap, at: place, subject: person.id, found: hoursText(person.guaranteedWeekMinutes),
          expected: hoursText(cap)))
    }
  }

  /// Own counts of a week above those of the class have no effect (R30).
  func checkWeekCounts(_ person: StaffDraft, _ contract: Contract) {
    let columns = StaffDraft.Columns.self
    let pairs = [
      (columns.dutiesAWeek, person.weekCounts.duties, contract.weekCounts.duties),
      (columns.eveningsAWeek, person.weekCounts.evenings, contract.weekCounts.evenings),
    ]
    for case (let column, let own?, let most?) in pairs where own > most {
      issues.add(
        Issue(
          .countAboveClass, at: person.origin.location(column), subject: person.id, found: "\(own)",
          expected: "\(most)",
          ["class": contract.id, "column": column.id]))
    }
  }

  /// Hours with at most two decimals, as in the tables.
  private func hoursText(_ minutes: Minutes) -> String {
    let hundredths = (minutes * 100 + 30) / 60
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension Contract {
  /// Most paid minutes of a whole week that some roster could have: by R05 and the rest of R12 (or R11), by R13, R14 and R15.
  func mostOfWeek(isNightWorker: Bool) -> Minutes {
    let rested = weeklyRestKind == .calendarDay || (maximumConsecutiveDays ?? 7) < 7
    let ofDays = (rested ? 6 : 7) * min(maximumDutyMinutes, normalDayMinutes + overtimeDayMinutes)
    let overtime = overtimeDayMinutes == 0 ? 0 : overtimeMonthMinutes
    let caps = [
      ofDays, maximumWeekMinutes, overtime.map { normalWeekMinutes + $0 },
      isNightWorker ? nightWorkerWeekMinutes : nil,
    ]
    return caps.compactMap { $0 }.min() ?? ofDays
  }
}
