extension Scenario {
  /// The same law with nothing to gain: no prices, no demand, no self-service, only the pins at these positions.
  func withLawOnly(pins kept: [Int]) -> Scenario {
    var law = withoutPrices
    law.pins = kept.map { pins[$0] }
    law.staff.changeEach {
      $0.guaranteedWeekMinutes = 0
      $0.wishes = []
    }
    law.stations.changeEach {
      $0.promisedHours = []
      $0.selfServiceHours = []
    }
    return law
  }

  /// The law alone for the duties of some staff: availability cut to `reach`, places as given, no pins.
  func forDuties(reach: [[Interval]], places: [[Int]], splits: Bool) -> Scenario {
    var law = withLawOnly(pins: [])
    let cut = Interval(Int.min / 4, Int.max / 4)
    for index in staff.indices {
      law.staff[index].available = staff[index].available.subtracting([cut].subtracting(reach[index]))
      law.staff[index].allowedStations = places[index]
    }
    if !splits { law.contracts.changeEach { $0.allowsSplit = false } }
    return law
  }

  /// A law that is never stricter for runs: only the pinned sites have needs that must be met before second kits, and every way is as
  /// short as the best detour, so that leaving out a stop never makes a run longer.
  func withEasyRuns(pinnedSites: [Int]) -> Scenario {
    var eased = withoutPrices
    for index in delivery.sites.indices where !pinnedSites.contains(index) {
      eased.delivery.sites[index].dropFirstNeed()
    }
    eased.delivery.travelMinutes = Self.shortest(delivery.travelMinutes)
    eased.delivery.travelMetres = Self.shortest(delivery.travelMetres)
    return eased
  }

  private var withoutPrices: Scenario {
    var free = self
    free.shiftPatterns = []
    free.workerGroups = []
    free.visitTable = []
    free.weights = Weights(
      promiseHour: .zero, refugeHour: .zero, tradeMissed: .zero, burdenPoint: weights.burdenPoint.map { _ in .zero },
      yuan: .zero, guaranteedHour: .zero, awayHour: .zero, metre: .zero, extraOpening: .zero,
      brokenDay: .zero)
    return free
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

extension Site {
  /// Turns every first kit still to give into a second one.
  fileprivate mutating func dropFirstNeed() {
    let all = firstNeed + secondNeed
    people = all
    servedBefore = all
    rounds = 2
  }
}
