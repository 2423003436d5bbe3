import Testing

@testable import RotaPlanner

@Suite("Random scenarios")
struct RandomScenarioTests {
  @Test("The same seed gives the same scenario, another seed another")
  func deterministic() {
    #expect(RandomScenario.tiny(seed: 7) == RandomScenario.tiny(seed: 7))
    #expect(RandomScenario.tiny(seed: 7) != RandomScenario.tiny(seed: 8))
    #expect(RandomScenario.small(seed: 7) == RandomScenario.small(seed: 7))
  }

  @Test("SplitMix64 gives its published numbers")
  func generator() {
    var random = SeededGenerator(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test("Times lie inside the horizon and parts of stations inside host hours")
  func valid() {
    for seed in 0..<300 {
      let scenario = RandomScenario.tiny(seed: seed)
      let span = scenario.horizon.interval
      for station in scenario.stations {
        #expect(station.hostHours == station.hostHours.normalised())
        #expect(station.hostHours.allSatisfy { span.contains($0) })
        #expect(station.selfServiceHours.subtracting(station.hostHours).isEmpty)
      }
      for person in scenario.staff {
        #expect(person.available.allSatisfy { span.contains($0) })
        #expect(person.available == person.available.normalised())
      }
      #expect(scenario.delivery.slots.allSatisfy { span.contains($0.interval) })
      #expect(scenario.delivery.sites.allSatisfy { $0.secondKitWeight.micro <= $0.firstKitWeight.micro })
      for pattern in scenario.shiftPatterns {
        #expect(pattern.days.allSatisfy { day in day.breaks.allSatisfy { day.work.covers($0.interval) } })
      }
    }
  }

  @Test("Every feature turns up in some of 300 scenarios")
  func features() {
    let all = (0..<300).map { RandomScenario.tiny(seed: $0) }
    func some(_ feature: (Scenario) -> Bool) -> Bool { all.contains(where: feature) }
    #expect(some { $0.horizon.days == 7 })
    #expect(some { $0.contracts.contains(where: \.allowsSplit) })
    #expect(some { $0.stations.contains { $0.minimumStaff == 2 } })
    #expect(some { $0.stations.contains { !$0.neededSkills.isEmpty } })
    #expect(some { $0.stations.contains { !$0.selfServiceHours.isEmpty } })
    #expect(some { $0.delivery.goods.contains(where: \.hasAlcohol) })
    #expect(some { $0.delivery.goods.contains { $0.shelfMinutes != nil } })
    #expect(some { $0.budget != nil })
    #expect(some { !$0.pins.isEmpty })
    #expect(some { $0.staff.contains { !$0.wishes.isEmpty && $0.ledger.lastDutyEnd != nil } })
    #expect(some { $0.staff.contains(where: \.isNightWorker) })
    #expect(some { $0.heat.forecast.contains { $0 >= 400 } })
    #expect(all.allSatisfy { $0.staff.map(\.absence.usual.count).reduce(0, +) <= 5 })
    #expect(some { $0.staff.contains { $0.guaranteedWeekMinutes > 0 && !$0.absence.leave.isEmpty } })
    #expect(some { $0.contracts.contains { $0.creditMinutes > 0 } && $0.staff.contains { $0.nursedChildren == 2 } })
    #expect(some { $0.staff.contains { $0.pregnantMonth == 6 } && $0.staff.contains(where: \.isPregnant) })
    #expect(
      some { scenario in
        scenario.staff.indices.contains { staff in
          (0..<scenario.horizon.days).contains { scenario.antenatalMinutes(of: staff, day: $0) > 0 }
        }
      })
  }
}
