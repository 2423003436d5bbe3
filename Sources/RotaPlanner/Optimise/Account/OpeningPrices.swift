/// What a closed, self-service or staffed slot of each station costs in O1 and O2.
struct OpeningPrices: Hashable, Sendable {
  /// O1 price of the slot, `[station][slot]`; 0 where nothing is promised.
  let promise: [[Score]]
  /// O2 price of the slot, `[station][slot]`; 0 where no refuge is wanted.
  let refuge: [[Score]]
  private let keptBySelfService: [Bool]

  init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    let bands = (0..<horizon.days).map { scenario.heat.band(ofDay: $0) }
    promise = scenario.stations.map { station in
      (0..<horizon.slotCount).map { slot in
        // A changed piece is whole slots, so that all minutes of a slot last alike.
        let minutes = station.promisedHours.overlap(horizon.interval(ofSlot: slot))
        return scenario.weights.promiseHour.perHour(for: minutes * horizon.lasting(ofSlot: slot) / horizon.slotMinutes)
      }
    }
    refuge = scenario.stations.map { station in
      (0..<horizon.slotCount).map { slot in
        let day = slot / horizon.slotsPerDay
        let isWanted =
          day < horizon.days && bands[day].refuge && station.hostHours.covers(horizon.interval(ofSlot: slot))
        return isWanted ? scenario.weights.refugeHour.perHour(for: horizon.lasting(ofSlot: slot)) : .zero
      }
    }
    keptBySelfService = scenario.stations.map(\.promiseKeptBySelfService)
  }

  /// O1 of one slot in that state.
  func promise(_ station: Int, _ slot: Int, _ opening: Opening) -> Score {
    let isKept = opening == .staffed || (opening == .selfService && keptBySelfService[station])
    return isKept ? .zero : promise[station][slot]
  }

  /// O2 of one slot in that state.
  func refuge(_ station: Int, _ slot: Int, _ opening: Opening) -> Score {
    opening == .closed ? refuge[station][slot] : .zero
  }

  /// O1 of all slots.
  func promises(_ openings: [[Opening]]) -> Score { sum(openings, promise(_:_:_:)) }
  /// O2 of all slots.
  func refuge(_ openings: [[Opening]]) -> Score { sum(openings, refuge(_:_:_:)) }

  private func sum(_ openings: [[Opening]], _ price: (Int, Int, Opening) -> Score) -> Score {
    var sum = Score.zero
    for (station, row) in openings.enumerated() {
      for (slot, opening) in row.enumerated() { sum += price(station, slot, opening) }
    }
    return sum
  }
}
