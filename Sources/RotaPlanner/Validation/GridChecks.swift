/// Hours that begin or end inside a slot: what does not fill a slot can never be used. Told once a column, not once a row.
extension ScenarioValidation {
  func checkGrid(_ stations: [Station], _ staff: [StaffMember]) {
    let columns = StationDraft.Columns.self
    report(columns.hostHours, zip(draft.stations, stations).map { ($0.id, $0.origin, lost($1.hostHours)) })
    report(
      columns.promisedHours,
      zip(draft.stations, stations).map { row, station in
        // Of the promise, what lies in slots that the host does not open whole; beyond host hours is W401.
        let promised = station.promisedHours.intersection(station.hostHours)
        return (row.id, row.origin, station.promisedHours.isEmpty ? 0 : beyond(wholeSlots(station.hostHours), promised))
      })
    report(
      columns.selfService,
      zip(draft.stations, stations).map { row, station in
        // All host hours are told of already.
        (row.id, row.origin, station.selfServiceHours == station.hostHours ? 0 : lost(station.selfServiceHours))
      })
    report(
      StaffDraft.Columns.available, zip(draft.staff, staff).map { ($0.id, $0.origin, lost($1.absence.usual)) })
  }

  private func report(_ column: Column, _ rows: [(id: String, origin: Origin, lost: Minutes)]) {
    let cut = rows.filter { $0.lost > 0 }
    guard let first = cut.first else { return }
    issues.add(
      Issue(
        .hoursOffGrid, at: first.origin.location(column), subject: first.id, found: first.lost,
        ["slot": horizon.slotMinutes, "count": cut.count]))
  }

  /// Minutes of these (normalised) intervals outside whole slots.
  private func lost(_ intervals: [Interval]) -> Minutes { beyond(wholeSlots(intervals), intervals) }

  private func beyond(_ slots: [Interval], _ intervals: [Interval]) -> Minutes {
    intervals.subtracting(slots).reduce(0) { $0 + $1.length }
  }

  private func wholeSlots(_ intervals: [Interval]) -> [Interval] {
    let slot = horizon.slotMinutes
    return intervals.compactMap { interval in
      let start = (interval.start + slot - 1) / slot * slot
      let end = interval.end / slot * slot
      return start < end ? Interval(start, end) : nil
    }
  }
}
