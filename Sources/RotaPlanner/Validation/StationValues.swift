extension ScenarioValidation {
  /// The stations in table order.
  func stationValues() -> [Station] { draft.stations.map(station) }

  /// Promises in host hours that are shorter than the shortest segment (R06) of anybody who may serve there.
  func checkShortHostHours(_ stations: [Station], _ staff: [StaffMember], _ contracts: [Contract]) {
    var least = [Minutes?](repeating: nil, count: stations.count)
    for person in staff where contracts.indices.contains(person.contract) {
      let own = contracts[person.contract].minimumSegmentMinutes
      for station in person.allowedStations { least[station] = min(least[station] ?? own, own) }
    }
    for (index, station) in stations.enumerated() {
      guard let most = least[index] else { continue }
      let wanted =
        station.promiseKeptBySelfService
        ? station.promisedHours.subtracting(station.selfServiceHours) : station.promisedHours
      let lost = station.hostHours.filter { $0.length < most }.reduce(0) { $0 + wanted.overlap($1) }
      if lost == 0 { continue }
      issues.add(
        Issue(
          .hostHoursTooShort, at: draft.stations[index].origin.location(StationDraft.Columns.hostHours),
          subject: station.id, found: lost, expected: most))
    }
  }

  private func station(_ draft: StationDraft) -> Station {
    let host = hostHours(draft)
    // Other hours on holidays replace a promise; where nothing is posted, they make none.
    let promised =
      draft.promisedHours.isEmpty ? [] : days.hours(draft.promisedHours, holiday: draft.holidayHours)
    if !promised.subtracting(host).isEmpty, draft.hostHours != nil {
      issues.add(
        Issue(.promiseBeyondHost, at: draft.origin.location(StationDraft.Columns.promisedHours), subject: draft.id))
    }
    let selfService = selfServiceHours(draft, host)
    if !promised.isEmpty, !draft.promiseKeptBySelfService, promised.subtracting(selfService).isEmpty {
      let minutes = promised.reduce(0) { $0 + $1.length }
      issues.add(
        Issue(
          .promiseNeedsStaff, at: draft.origin.location(StationDraft.Columns.promiseBySelfService), subject: draft.id,
          found: (minutes + 59) / 60))
    }
    if draft.minimumStaff > draft.maximumStaff {
      issues.add(
        Issue(
          .lowAboveHigh, at: draft.origin.location(StationDraft.Columns.minimumStaff), subject: draft.id,
          found: "minimum_staff \(draft.minimumStaff)", expected: "maximum_staff \(draft.maximumStaff)"))
    }
    return Station(
      id: draft.id, name: draft.name, street: draft.street, position: places.position(draft.place), hostHours: host,
      promisedHours: promised, selfServiceHours: selfService,
      promiseKeptBySelfService: draft.promiseKeptBySelfService, seats: draft.seats,
      visitsPerStaffHour: draft.visitsPerStaffHour, visitsPerSelfServiceHour: draft.visitsPerSelfServiceHour,
      minimumStaff: draft.minimumStaff, maximumStaff: draft.maximumStaff, neededSkills: draft.neededSkills.sorted(),
      staffedCostPerMinute: draft.staffedCostPerMinute,
      selfServiceCostPerMinute: draft.selfServiceCostPerMinute)
  }

  private func hostHours(_ draft: StationDraft) -> [Interval] {
    guard let weekly = draft.hostHours else {
      issues.add(
        Issue(.hostHoursMissing, at: draft.origin.location(StationDraft.Columns.hostHours), subject: draft.id))
      return []
    }
    return days.hours(weekly, holiday: draft.holidayHours, withTail: true)
  }

  private func selfServiceHours(_ draft: StationDraft, _ host: [Interval]) -> [Interval] {
    switch draft.selfService {
    case .never: return []
    case .hostHours: return days.cut(host)
    case .hours(let weekly):
      let wanted = days.hours(weekly, holiday: draft.holidayHours)
      if !wanted.subtracting(host).isEmpty, draft.hostHours != nil {
        issues.add(
          Issue(
            .selfServiceBeyondHost, at: draft.origin.location(StationDraft.Columns.selfService), subject: draft.id))
      }
      return wanted.intersection(host)
    }
  }

  /// Travel of staff between stations, by distance where both places are known, else by street.
  func staffTravel() -> [[Minutes]] {
    let positions = draft.stations.map { places.position($0.place) }
    let travel = draft.settings.travel
    return draft.stations.indices.map { from in
      draft.stations.indices.map { to in
        if from == to { return 0 }
        if let start = positions[from], let end = positions[to] {
          let metres = PlaceMap.metres(start, end, detourPercent: travel.detourPercent)
          return travel.overheadMinutes + PlaceMap.minutes(metres, metresPerMinute: travel.metresPerMinute)
        }
        let street = draft.stations[from].street
        let isSame = !street.isEmpty && street == draft.stations[to].street
        return isSame ? travel.sameStreetMinutes : travel.otherStreetMinutes
      }
    }
  }
}
