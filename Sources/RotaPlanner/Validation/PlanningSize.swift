/// How large a scenario is, and roughly how much memory its planning takes: enough to refuse what no machine like this could plan before it
/// is begun, rather than to be ended by the system in the midst of it.
///
/// The figures are upper ends of what was measured (Benchmarks/results.md), not promises. The parts that grow: tables by station and slot,
/// ways from station to station, days of staff, and the tables in which the duties of a day are priced, for as many stations as one
/// person may serve at.
struct PlanningSize: Hashable, Sendable {
  var stations: Int
  var staff: Int
  var days: Int
  var slotsPerDay: Int
  /// Most stations that one person may serve at.
  var widest: Int
  /// Longest stretch of work without a break, in slots, and most places of a duty, over all classes.
  var longestStretch: Int
  var mostPlaces: Int

  /// Bytes that planning takes whatever the scenario is.
  private static let base = 48 << 20
  /// Bytes by station and slot, by station and station, and by person and slot.
  private static let cell = 800
  private static let way = 24
  private static let personSlot = 48
  /// Stations that the search looks at for a person's day, and its tables at once; the bound looks at all stations, in one.
  private static let searched = 40
  private static let searches = 4
  /// Bytes of the tables of all days of a person above which the days share those of one.
  private static let shared = 128e6

  /// Bytes that planning takes; `Int.max` where that is more than can be said.
  var bytes: Int {
    let slots = Double(days * slotsPerDay)
    var sum = Double(Self.base) + Double(stations) * slots * Double(Self.cell)
    sum += Double(stations) * Double(stations) * Double(Self.way)
    sum += Double(staff) * slots * Double(Self.personSlot)
    sum += tables(of: widest) + Double(Self.searches) * tables(of: min(widest, Self.searched))
    return sum < 1e18 ? Int(sum) : .max
  }

  /// Bytes of the tables for all days of a person who may serve at so many stations.
  private func tables(of places: Int) -> Double {
    // A duty may go on into the next day.
    let rows = Double(slotsPerDay) * 1.5
    let day = rows * Double(longestStretch + 1) * Double(places * mostPlaces) * 24
    return min(day * Double(days), max(day, Self.shared))
  }
}

extension ScenarioValidation {
  /// The size of what the draft describes.
  var size: PlanningSize {
    let slot = draft.settings.slotMinutes
    let contracts = draft.ruleSet.contracts(named: Set(draft.staff.map(\.contract))).values.map(\.limits)
    let stretches = contracts.map { min($0.maximumDutyMinutes, $0.mealBreakAfterMinutes ?? .max) }
    return PlanningSize(
      stations: draft.stations.count, staff: draft.staff.count, days: draft.settings.days,
      slotsPerDay: minutesPerDay / slot, widest: draft.staff.map(widest).max() ?? 0,
      longestStretch: (stretches.max() ?? 0) / slot, mostPlaces: contracts.map(\.maximumPlaces).max() ?? 1)
  }

  private func widest(_ person: StaffDraft) -> Int {
    switch person.allowedStations {
    case .all, .street: draft.stations.count
    case .none: 0
    case .named(let names): names.count
    }
  }

  /// Whether the scenario can be planned with that much memory; reports it where not.
  func fits(_ memory: MachineMemory) -> Bool {
    let size = size
    guard size.bytes > memory.bytes else { return true }
    issues.add(
      Issue(
        .beyondTheMachine, at: SourceLocation(file: ScenarioFolder.settingsFile),
        [
          "stations": size.stations, "staff": size.staff, "days": size.days, "slots": size.slotsPerDay,
          "needed": size.bytes >> 20, "limit": memory.bytes >> 20,
        ]))
    return false
  }
}
