/// More people and kits than any pin asks for, yet small enough for the solver's arithmetic.
private let plenty = 1_000

extension Scenario {
  /// The scenario with one rule set aside; nil for rules that are about form, visits or the pins themselves.
  func without(_ rule: Rule) -> Scenario? {
    switch rule {
    case .r02, .r03, .r04, .r05, .r06, .r07, .r08, .r09, .r10, .r11, .r12, .r13, .r14, .r15, .r16, .r17, .r18, .r23,
      .r24,
      .r25, .r26, .r27, .r28:
      return relaxed(rule)
    case .r00, .r01, .r19, .r20, .r21, .r22, .r29: return nil
    }
  }

  private func relaxed(_ rule: Rule) -> Scenario {
    let whole = [horizon.reach]
    return Scenario(
      name: name, horizon: horizon, stations: stations.map { $0.without(rule, whole) },
      contracts: contracts.map { $0.without(rule) },
      staff: staff.map { $0.without(rule, whole, stations: Array(stations.indices)) }, shiftPatterns: shiftPatterns,
      workerGroups: workerGroups, visitTable: visitTable,
      heat: rule == .r17 || rule == .r27 ? heat.withoutBans(rule) : heat, delivery: delivery.without(rule, whole),
      pins: pins, weights: weights, fairness: fairness, budget: rule == .r28 ? nil : budget,
      staffTravelMinutes: rule == .r07 ? staffTravelMinutes.map { $0.map { _ in 0 } } : staffTravelMinutes,
      fingerprint: fingerprint)
  }
}

extension Station {
  fileprivate func without(_ rule: Rule, _ whole: [Interval]) -> Station {
    let isR18 = rule == .r18
    return Station(
      id: id, name: name, street: street, position: position, hostHours: rule == .r04 ? whole : hostHours,
      promisedHours: promisedHours, selfServiceHours: selfServiceHours,
      promiseKeptBySelfService: promiseKeptBySelfService, seats: seats, visitsPerStaffHour: visitsPerStaffHour,
      visitsPerSelfServiceHour: visitsPerSelfServiceHour, minimumStaff: isR18 ? 1 : minimumStaff,
      maximumStaff: isR18 ? plenty : maximumStaff, neededSkills: isR18 ? [] : neededSkills,
      staffedCostPerMinute: staffedCostPerMinute, selfServiceCostPerMinute: selfServiceCostPerMinute)
  }
}

extension StaffMember {
  fileprivate func without(_ rule: Rule, _ whole: [Interval], stations: [Int]) -> StaffMember {
    StaffMember(
      id: id, name: name, contract: contract, homeStreet: homeStreet,
      allowedStations: rule == .r03 ? stations : allowedStations, homeStations: homeStations,
      mayDeliver: rule == .r03 || mayDeliver, skills: skills, isPregnant: isPregnant,
      pregnantMonth: pregnantMonth, nursedChildren: nursedChildren,
      isMinor: isMinor, isNightWorker: rule == .r15 ? false : isNightWorker,
      maximumNightDuties: rule == .r16 ? nil : maximumNightDuties,
      weekCapMinutes: rule == .r13 ? nil : weekCapMinutes, guaranteedWeekMinutes: guaranteedWeekMinutes,
      available: rule == .r02 ? whole : available, absence: absence, payPerMinute: payPerMinute, wishes: wishes,
      ledger: rule == .r10 ? ledger.withoutLastDuty : ledger)
  }
}

extension LedgerEntry {
  /// A duty that runs on over the first midnight stays: nobody is at two places, whatever the rests are.
  fileprivate var withoutLastDuty: LedgerEntry {
    LedgerEntry(
      lastDutyEnd: carriedWork?.end, lastDutyStation: lastDutyStation, consecutiveDays: consecutiveDays,
      weekMinutes: weekMinutes,
      monthOvertimeMinutes: monthOvertimeMinutes, referenceWeeks: referenceWeeks, referenceMinutes: referenceMinutes,
      burdens: burdens)
  }
}

extension Contract {
  /// Limits that only one rule reads are dropped for it; lengths that several rules read become as mild as each of them could wish.
  fileprivate func without(_ rule: Rule) -> Contract {
    let (isR05, isR08, isR14) = (rule == .r05, rule == .r08, rule == .r14)
    return Contract(
      id: id, ruleSet: ruleSet, normalDayMinutes: isR05 ? minutesPerDay : normalDayMinutes,
      normalWeekMinutes: isR14 ? 7 * minutesPerDay : normalWeekMinutes, overtimeDayMinutes: overtimeDayMinutes,
      overtimeMonthMinutes: isR14 ? nil : overtimeMonthMinutes,
      maximumWeekMinutes: rule == .r13 ? nil : maximumWeekMinutes, minimumDutyMinutes: isR05 ? 0 : minimumDutyMinutes,
      maximumDutyMinutes: isR05 ? minutesPerDay : maximumDutyMinutes,
      maximumSpanMinutes: isR08 ? minutesPerDay : maximumSpanMinutes,
      minimumSegmentMinutes: rule == .r06 ? 1 : minimumSegmentMinutes, maximumPlaces: rule == .r06 ? 6 : maximumPlaces,
      allowsSplit: isR08 || allowsSplit, minimumSplitMinutes: isR08 ? 1 : minimumSplitMinutes,
      maximumSplitMinutes: isR08 ? minutesPerDay : maximumSplitMinutes,
      mealBreakAfterMinutes: rule == .r09 ? nil : mealBreakAfterMinutes, mealBreakMinutes: mealBreakMinutes,
      dailyRestMinutes: rule == .r10 ? nil : dailyRestMinutes, weeklyRestKind: rule == .r12 ? nil : weeklyRestKind,
      weeklyRestMinutes: weeklyRestMinutes, maximumConsecutiveDays: rule == .r11 ? nil : maximumConsecutiveDays,
      averageWeekMinutes: rule == .r15 ? nil : averageWeekMinutes,
      nightWorkerWeekMinutes: rule == .r15 ? nil : nightWorkerWeekMinutes, nightStart: nightStart, nightEnd: nightEnd,
      bansProtectedNights: rule == .r16 ? false : bansProtectedNights, protection: protection,
      creditMinutes: creditMinutes, payBasis: payBasis,
      overtimePayPercent: overtimePayPercent, weekendPayPercent: weekendPayPercent,
      holidayPayPercent: holidayPayPercent, citations: citations)
  }
}

extension Heat {
  fileprivate func withoutBans(_ rule: Rule) -> Heat {
    let (crews, runs) = (rule == .r17, rule == .r27)
    let eased = bands.map { band in
      HeatBand(
        fromTenths: band.fromTenths, visitPercent: band.visitPercent, middayVisitPercent: band.middayVisitPercent,
        selfEmployedPercent: band.selfEmployedPercent, selfEmployedMiddayPercent: band.selfEmployedMiddayPercent,
        lengthenBreakMinutes: band.lengthenBreakMinutes, stopsHottestWindow: band.stopsHottestWindow,
        refuge: band.refuge, bansRuns: runs ? false : band.bansRuns,
        bansRunsInHottestWindow: runs ? false : band.bansRunsInHottestWindow,
        crewMinutes: crews ? nil : band.crewMinutes, bansCrewOvertime: crews ? false : band.bansCrewOvertime,
        barsProtected: crews ? false : band.barsProtected, outdoorStopMinutes: runs ? nil : band.outdoorStopMinutes,
        isHot: band.isHot)
    }
    return Heat(
      forecast: forecast, bands: eased, hottestWindow: hottestWindow, middayWindow: middayWindow,
      stopSharePercent: stopSharePercent)
  }
}

extension Delivery {
  fileprivate func without(_ rule: Rule, _ whole: [Interval]) -> Delivery {
    let isR25 = rule == .r25
    return Delivery(
      sites: sites.map { $0.without(rule, whole) },
      goods: goods.map { kind in
        Goods(
          id: kind.id, name: kind.name, stock: isR25 ? max(plenty, kind.stock) : kind.stock, unitCost: kind.unitCost,
          shelfMinutes: isR25 ? nil : kind.shelfMinutes, hasAlcohol: kind.hasAlcohol)
      },
      vehicles: vehicles.map { vehicle in
        Vehicle(
          id: vehicle.id, name: vehicle.name, capacity: isR25 ? max(plenty, vehicle.capacity) : vehicle.capacity,
          costPerMetre: vehicle.costPerMetre)
      }, slots: slots, crewSize: rule == .r23 ? 1 : crewSize, driverSkill: rule == .r23 ? nil : driverSkill,
      depotTravelMinutes: rule == .r07 ? 0 : depotTravelMinutes, travelMinutes: travelMinutes,
      travelMetres: travelMetres, trades: trades)
  }
}

extension Site {
  fileprivate func without(_ rule: Rule, _ whole: [Interval]) -> Site {
    let isR26 = rule == .r26
    return Site(
      id: id, name: name, contact: contact, trade: trade, people: isR26 ? max(plenty, people) : people,
      servedBefore: isR26 ? 0 : servedBefore, rounds: isR26 ? 1 : rounds, windows: rule == .r24 ? whole : windows,
      serviceMinutes: serviceMinutes, hasIndoorRest: hasIndoorRest, isAlcoholFree: isAlcoholFree,
      allowedGoods: allowedGoods, firstKitWeight: firstKitWeight, secondKitWeight: secondKitWeight)
  }
}
