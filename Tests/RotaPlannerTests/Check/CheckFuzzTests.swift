import Testing

@testable import RotaPlanner

/// Plans of random rubbish: the checker answers with violations and never falls over.
@Suite("Rubbish plans")
struct CheckFuzzTests {
  @Test("Any plan is answered, twice the same, and texts can be made of all that is found", arguments: 0..<400)
  func anyPlan(seed: Int) {
    let scenario = RandomScenario.small(seed: seed)
    let demand = deriveDemand(scenario)
    var maker = RubbishPlan(scenario, demand, SeededGenerator(seed: 90_000 + seed))
    let plan = maker.plan()
    let report = check(scenario, demand: demand, plan: plan)
    #expect(report == check(scenario, demand: demand, plan: plan), "seed \(seed)")
    #expect(report.violations.allSatisfy { $0.amount >= 1 }, "seed \(seed)")
    #expect(report.objective.total >= .zero, "seed \(seed)")
    let catalogue = MessageCatalogue(.english)
    let texts =
      report.violations.map { catalogue.text($0.message(in: scenario, demand)) }
      + report.shortages.map { catalogue.text($0.message(in: scenario, demand)) }
    #expect(texts.allSatisfy { !$0.contains("[[") && !$0.contains("{") }, "seed \(seed)")
    let completed = completePlan(scenario, demand: demand, duties: plan.duties, runs: plan.runs)
    _ = check(scenario, demand: demand, plan: completed)
  }

  @Test("The order of duties, visits and runs changes nothing but the order of violations", arguments: 0..<60)
  func order(seed: Int) {
    let scenario = RandomScenario.small(seed: seed)
    let demand = deriveDemand(scenario)
    var maker = RubbishPlan(scenario, demand, SeededGenerator(seed: 70_000 + seed))
    let plan = maker.plan()
    var turned = plan
    turned.duties.reverse()
    turned.served.reverse()
    turned.runs.reverse()
    let (left, right) = (check(scenario, demand: demand, plan: plan), check(scenario, demand: demand, plan: turned))
    #expect(left.objective == right.objective, "seed \(seed)")
    #expect(left.rules == right.rules, "seed \(seed)")
    #expect(left.violations.count == right.violations.count, "seed \(seed)")
  }
}

private struct RubbishPlan {
  let scenario: Scenario
  let demand: DerivedDemand
  var random: SeededGenerator

  init(_ scenario: Scenario, _ demand: DerivedDemand, _ random: SeededGenerator) {
    self.scenario = scenario
    self.demand = demand
    self.random = random
  }

  mutating func plan() -> Plan {
    Plan(
      openings: openings(), duties: (0..<random.int(0...12)).map { _ in duty() },
      served: (0..<random.int(0...20)).map { _ in visits() }, runs: (0..<random.int(0...3)).map { _ in run() })
  }

  /// Mostly an index that exists.
  private mutating func index(_ count: Int) -> Int {
    if random.chance(8) { return random.pick([-1, count, .min, .max, 1 << 40]) }
    return count == 0 ? 0 : random.int(0...(count - 1))
  }

  /// Mostly a time near the horizon, seldom on the edge of what a number can be.
  private mutating func minute() -> Minutes {
    if random.chance(4) { return random.pick([.min, .max, -1, 1 << 50, -(1 << 50)]) }
    let slot = scenario.horizon.slotMinutes
    let minute = random.int(-1...scenario.horizon.slotCount) * slot
    return random.chance(10) ? minute + random.int(0...slot) : minute
  }

  private mutating func interval() -> Interval {
    let start = minute()
    let length = random.int(0...6) * scenario.horizon.slotMinutes
    let (end, overflow) = start.addingReportingOverflow(length)
    return Interval(start, overflow ? .max : end)
  }

  private mutating func count() -> Int { random.chance(8) ? random.pick([0, -3, .min, .max]) : random.int(1...6) }

  private mutating func openings() -> [[Opening]] {
    let stations = random.chance(10) ? random.int(0...6) : scenario.stations.count
    return (0..<stations).map { _ in
      let slots = random.chance(5) ? random.int(0...400) : scenario.horizon.slotCount
      return (0..<slots).map { _ in random.pick([.closed, .closed, .selfService, .staffed]) }
    }
  }

  private mutating func duty() -> Duty {
    let segments = (0..<random.int(0...3)).map { _ in
      let place: Place =
        random.chance(70) ? .station(index(scenario.stations.count)) : .run(index(scenario.delivery.slots.count))
      return Segment(place: place, interval: interval())
    }
    return Duty(staff: index(scenario.staff.count), segments: segments)
  }

  private mutating func visits() -> ServedVisits {
    ServedVisits(
      item: index(demand.items.count), station: index(scenario.stations.count),
      slot: index(scenario.horizon.slotCount), count: count())
  }

  private mutating func run() -> Run {
    Run(
      slot: index(scenario.delivery.slots.count),
      stops: (0..<random.int(0...3)).map { _ in
        Stop(
          site: index(scenario.delivery.sites.count), arrival: minute(), serviceStart: minute(),
          kits: (0..<random.int(0...2)).map { _ in
            KitCount(goods: index(scenario.delivery.goods.count), count: count())
          })
      })
  }
}
