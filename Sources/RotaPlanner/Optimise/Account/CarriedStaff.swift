/// Staff whose last duty before the horizon runs on over the first midnight: present at stations whatever is planned.
///
/// Validation has seen to it that they keep R18 by themselves, so a plan may add to them and need not.
extension Scenario {
  /// Each person carried over with each cell (station x slots + slot) that the duty covers, by person.
  var carriedPresence: [(staff: Int, cell: Int)] {
    staff.indices.flatMap { person -> [(staff: Int, cell: Int)] in
      let ledger = staff[person].ledger
      guard let station = ledger.lastDutyStation, let work = ledger.carriedWork else { return [] }
      let slots = 0..<min(horizon.slotCount, work.end / horizon.slotMinutes)
      return slots.map { (person, station * horizon.slotCount + $0) }
    }
  }

  /// How many they are, by cell.
  var carriedNumbers: [Int] {
    var numbers = [Int](repeating: 0, count: stations.count * horizon.slotCount)
    for (_, cell) in carriedPresence { numbers[cell] += 1 }
    return numbers
  }

  /// What stations cost in the slots that they staff: spent in any case.
  var carriedMoney: Money {
    carriedNumbers.enumerated().reduce(.zero) { sum, cell in
      guard cell.element > 0 else { return sum }
      return sum + staffedMoney(cell.offset / horizon.slotCount, cell.offset % horizon.slotCount)
    }
  }

  /// What a staffed slot of the station costs; nothing in the tail, which the next plan pays for.
  func staffedMoney(_ station: Int, _ slot: Int) -> Money {
    slot < horizon.plannedSlots ? stations[station].staffedCostPerMinute * horizon.lasting(ofSlot: slot) : .zero
  }

  /// What a self-service slot of the station costs.
  func selfServiceMoney(_ station: Int, _ slot: Int) -> Money {
    stations[station].selfServiceCostPerMinute * horizon.lasting(ofSlot: slot)
  }
}
