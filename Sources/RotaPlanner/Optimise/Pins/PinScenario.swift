extension Scenario {
  /// The same law with nothing to gain: no prices, no demand, no self-service, only the pins at these positions.
  func withLawOnly(pins kept: [Int]) -> Scenario {
    changed(pins: kept.map { pins[$0] }, staff: staff.map { $0.withoutWishes }, stations: stations.map(\.staffedOnly))
  }

  /// The law alone for the duties of some staff: availability cut to `reach`, places as given, no pins.
  func forDuties(reach: [[Interval]], places: [[Int]], splits: Bool) -> Scenario {
    let people = staff.indices.map { index in
      let cut = Interval(Int.min / 4, Int.max / 4)
      let available = staff[index].available.subtracting([cut].subtracting(reach[index]))
      return staff[index].withoutWishes.limited(to: available, stations: places[index])
    }
    return changed(
      pins: [], staff: people, stations: stations.map(\.staffedOnly),
      contracts: splits ? contracts : contracts.map(\.withoutSplits))
  }

  /// A law that is never stricter for runs: only the pinned sites have needs that must be met before second kits, and every way is as
  /// short as the best detour, so that leaving out a stop never makes a run longer.
  func withEasyRuns(pinnedSites: [Int]) -> Scenario {
    let eased = delivery.sites.enumerated().map { index, site in
      pinnedSites.contains(index) ? site : site.withoutFirstNeed
    }
    return changed(pins: pins, staff: staff, stations: stations, delivery: delivery.eased(sites: eased))
  }

  private func changed(
    pins: [Pin], staff: [StaffMember], stations: [Station], contracts: [Contract]? = nil, delivery: Delivery? = nil
  ) -> Scenario {
    let free = Weights(
      promiseHour: .zero, refugeHour: .zero, tradeMissed: .zero, burdenPoint: weights.burdenPoint.map { _ in .zero },
      yuan: .zero, guaranteedHour: .zero, awayHour: .zero, metre: .zero,
      extraOpening: .zero, brokenDay: .zero)
    return Scenario(
      name: name, horizon: horizon, stations: stations, contracts: contracts ?? self.contracts, staff: staff,
      shiftPatterns: [], workerGroups: [], visitTable: [], heat: heat, delivery: delivery ?? self.delivery, pins: pins,
      weights: free, fairness: fairness, budget: budget, staffTravelMinutes: staffTravelMinutes,
      fingerprint: fingerprint)
  }
}

extension StaffMember {
  fileprivate var withoutWishes: StaffMember { changed(available: available, stations: allowedStations) }

  fileprivate func limited(to available: [Interval], stations: [Int]) -> StaffMember {
    changed(available: available, stations: stations)
  }

  private func changed(available: [Interval], stations: [Int]) -> StaffMember {
    StaffMember(
      id: id, name: name, contract: contract, homeStreet: homeStreet, allowedStations: stations,
      homeStations: homeStations, mayDeliver: mayDeliver, skills: skills, isPregnant: isPregnant,
      pregnantMonth: pregnantMonth, nursedChildren: nursedChildren, isMinor: isMinor, isNightWorker: isNightWorker,
      maximumNightDuties: maximumNightDuties,
      weekCapMinutes: weekCapMinutes, guaranteedWeekMinutes: 0, available: available, absence: absence,
      payPerMinute: payPerMinute,
      wishes: [], ledger: ledger)
  }
}

extension Station {
  fileprivate var staffedOnly: Station {
    Station(
      id: id, name: name, street: street, position: position, hostHours: hostHours, promisedHours: [],
      selfServiceHours: [], promiseKeptBySelfService: promiseKeptBySelfService, seats: seats,
      visitsPerStaffHour: visitsPerStaffHour, visitsPerSelfServiceHour: visitsPerSelfServiceHour,
      minimumStaff: minimumStaff, maximumStaff: maximumStaff, neededSkills: neededSkills,
      staffedCostPerMinute: staffedCostPerMinute, selfServiceCostPerMinute: selfServiceCostPerMinute)
  }
}

extension Contract {
  fileprivate var withoutSplits: Contract {
    Contract(
      id: id, ruleSet: ruleSet, normalDayMinutes: normalDayMinutes, normalWeekMinutes: normalWeekMinutes,
      overtimeDayMinutes: overtimeDayMinutes, overtimeMonthMinutes: overtimeMonthMinutes,
      maximumWeekMinutes: maximumWeekMinutes, minimumDutyMinutes: minimumDutyMinutes,
      maximumDutyMinutes: maximumDutyMinutes, maximumSpanMinutes: maximumSpanMinutes,
      minimumSegmentMinutes: minimumSegmentMinutes, maximumPlaces: maximumPlaces, allowsSplit: false,
      minimumSplitMinutes: minimumSplitMinutes, maximumSplitMinutes: maximumSplitMinutes,
      mealBreakAfterMinutes: mealBreakAfterMinutes, mealBreakMinutes: mealBreakMinutes,
      dailyRestMinutes: dailyRestMinutes, weeklyRestKind: weeklyRestKind, weeklyRestMinutes: weeklyRestMinutes,
      maximumConsecutiveDays: maximumConsecutiveDays, averageWeekMinutes: averageWeekMinutes,
      nightWorkerWeekMinutes: nightWorkerWeekMinutes, nightStart: nightStart, nightEnd: nightEnd,
      bansProtectedNights: bansProtectedNights, protection: protection, creditMinutes: creditMinutes,
      payBasis: payBasis, overtimePayPercent: overtimePayPercent,
      weekendPayPercent: weekendPayPercent, holidayPayPercent: holidayPayPercent, citations: citations)
  }
}

extension Site {
  fileprivate var withoutFirstNeed: Site {
    let all = firstNeed + secondNeed
    return Site(
      id: id, name: name, contact: contact, trade: trade, people: all, servedBefore: all, rounds: 2, windows: windows,
      serviceMinutes: serviceMinutes, hasIndoorRest: hasIndoorRest, isAlcoholFree: isAlcoholFree,
      allowedGoods: allowedGoods, firstKitWeight: firstKitWeight, secondKitWeight: secondKitWeight)
  }
}

extension Delivery {
  fileprivate func eased(sites: [Site]) -> Delivery {
    Delivery(
      sites: sites, goods: goods, vehicles: vehicles, slots: slots, crewSize: crewSize, driverSkill: driverSkill,
      depotTravelMinutes: depotTravelMinutes, travelMinutes: Self.shortest(travelMinutes),
      travelMetres: Self.shortest(travelMetres), trades: trades)
  }

  /// Every leg as short as the shortest way over other points.
  /// Source: Floyd's algorithm.
  private static func shortest(_ legs: [[Int]]) -> [[Int]] {
    var best = legs
    for middle in legs.indices {
      for from in legs.indices {
        let first = best[from][middle]
        for to in legs.indices where first + best[middle][to] < best[from][to] {
          best[from][to] = first + best[middle][to]
        }
      }
    }
    return best
  }
}
