/// Most arrivals of each slot (R22): rates an hour dealt out to the slots of a day with the remainder carried on, so that the slots of a
/// clock hour together take exactly the hour's rate, whatever the grid.
struct ServiceRates: Sendable {
  /// `[station][slot of the day]`.
  private let staff: [[Int]]
  /// `[station][slot of the day]`.
  private let alone: [[Int]]
  /// `[station][slot]`: whether the whole slot lies in self-service hours.
  private let isSelfService: [[Bool]]
  private let slotsPerDay: Int

  init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    slotsPerDay = horizon.slotsPerDay
    staff = scenario.stations.map { ServiceRates.dealt($0.visitsPerStaffHour, horizon) }
    alone = scenario.stations.map { ServiceRates.dealt($0.visitsPerSelfServiceHour, horizon) }
    isSelfService = scenario.stations.map { station in
      (0..<horizon.slotCount).map { station.selfServiceHours.covers(horizon.interval(ofSlot: $0)) }
    }
  }

  /// What of an hourly rate has come due at a slot's end and had not at its start, by slot of the day.
  private static func dealt(_ rate: Int, _ horizon: Horizon) -> [Int] {
    (0..<horizon.slotsPerDay).map { slot in
      rate * (slot + 1) * horizon.slotMinutes / 60 - rate * slot * horizon.slotMinutes / 60
    }
  }

  /// Arrivals in the slot for each member of staff present.
  func perStaff(_ station: Int, _ slot: Int) -> Int { staff[station][slot % slotsPerDay] }

  /// Arrivals in the slot besides, when the station is open; 0 where the slot is not wholly in self-service hours.
  func selfService(_ station: Int, _ slot: Int) -> Int {
    isSelfService[station][slot] ? alone[station][slot % slotsPerDay] : 0
  }
}
