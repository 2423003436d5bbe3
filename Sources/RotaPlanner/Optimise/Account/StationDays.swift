/// What O12 and O13 look at, whatever is planned. Cells are numbered station x slots + slot, days station x days + day.
struct StationDays: Hashable, Sendable {
  /// By cell: number of the stretch of host hours of one day that holds the whole slot; nil outside host hours and in the tail.
  let stretch: [Int?]
  /// Number of such stretches.
  let stretchCount: Int
  /// By cell: number of its day where minutes are promised in it; nil elsewhere.
  let promisedDay: [Int?]
  /// By cell: number of its day; nil in the tail.
  let day: [Int?]
  /// Number of days of all stations.
  let dayCount: Int
  /// By station: whether somebody of the plan before is there in the first slot, so that no opening begins there.
  let goesOn: [Bool]
  private let slotCount: Int
  private let keptBySelfService: [Bool]

  init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    slotCount = horizon.slotCount
    dayCount = scenario.stations.count * horizon.days
    let carried = scenario.carriedNumbers
    goesOn = scenario.stations.indices.map { carried[$0 * horizon.slotCount] > 0 }
    keptBySelfService = scenario.stations.map(\.promiseKeptBySelfService)
    var stretch: [Int?] = []
    var days: [Int?] = []
    var promisedDay: [Int?] = []
    var count = 0
    for (index, station) in scenario.stations.enumerated() {
      for slot in 0..<horizon.slotCount {
        let interval = horizon.interval(ofSlot: slot)
        let isHosted = slot < horizon.plannedSlots && station.hostHours.covers(interval)
        if isHosted, slot % horizon.slotsPerDay == 0 || stretch[stretch.count - 1] == nil { count += 1 }
        stretch.append(isHosted ? count - 1 : nil)
        let isPromised = station.promisedHours.overlap(interval) * horizon.lasting(ofSlot: slot) >= horizon.slotMinutes
        let day = slot < horizon.plannedSlots ? index * horizon.days + slot / horizon.slotsPerDay : nil
        days.append(day)
        promisedDay.append(isPromised ? day : nil)
      }
    }
    (self.stretch, day, self.promisedDay, stretchCount) = (stretch, days, promisedDay, count)
  }

  /// Whether the state keeps what is promised in a slot of the station.
  func keeps(_ station: Int, _ opening: Opening) -> Bool {
    opening == .staffed || (opening == .selfService && keptBySelfService[station])
  }

  /// Whether staff comes to a station without any in the slot.
  func begins(_ station: Int, _ slot: Int, _ openings: [[Opening]]) -> Bool {
    let wasStaffed = slot > 0 ? openings[station][slot - 1] == .staffed : goesOn[station]
    return openings[station][slot] == .staffed && !wasStaffed
  }

  /// O12: openings beyond the first that begins in a stretch.
  func extraOpenings(_ openings: [[Opening]]) -> Int { begun(openings).reduce(0) { $0 + max(0, $1 - 1) } }

  /// Openings that begin, by stretch.
  func begun(_ openings: [[Opening]]) -> [Int] {
    var begun = [Int](repeating: 0, count: stretchCount)
    for (station, row) in openings.enumerated() {
      for slot in row.indices where begins(station, slot, openings) {
        if let stretch = stretch[station * slotCount + slot] { begun[stretch] += 1 }
      }
    }
    return begun
  }

  /// O13: promised days that are not kept whole.
  func brokenDays(_ openings: [[Opening]]) -> Int { isBroken(openings).count { $0 } }

  /// Whether some promised slot is not kept, by day.
  func isBroken(_ openings: [[Opening]]) -> [Bool] {
    var isBroken = [Bool](repeating: false, count: dayCount)
    for (station, row) in openings.enumerated() {
      for (slot, opening) in row.enumerated() where !keeps(station, opening) {
        if let day = promisedDay[station * slotCount + slot] { isBroken[day] = true }
      }
    }
    return isBroken
  }
}
