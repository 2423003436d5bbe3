import Testing

@testable import RotaPlanner

// One group a term, each with numbers worked out by hand.

private func score(
  _ term: ObjectiveTerm, _ scenario: Scenario, _ plan: Plan, demand: DerivedDemand = .none
) -> Score {
  check(scenario, demand: demand, plan: plan).objective[term]
}

private func score(_ term: ObjectiveTerm, _ scenario: Scenario, _ duties: [Duty]) -> Score {
  score(term, scenario, .of(scenario, duties))
}

@Suite("O1 promises")
struct O1Tests {
  private func scenario(kept: Bool) -> Scenario {
    // Promised 8:30-12:00 at 10 units an hour.
    .fixture(
      stations: [
        .fixture(
          promisedHours: [Interval(510, 720)], selfServiceHours: .daily(8, 20), promiseKeptBySelfService: kept)
      ], staff: [.fixture()])
  }

  @Test("Minutes promised in slots that are not staffed")
  func staffed() {
    #expect(score(.promises, scenario(kept: false), []) == .units(35))
    #expect(score(.promises, scenario(kept: false), [.at(8, 11)]) == .units(10))
    #expect(score(.promises, scenario(kept: false), [.at(9, 12)]) == .units(5))
    #expect(score(.promises, scenario(kept: false), [.at(8, 12)]) == .zero)
  }

  @Test("Self-service keeps the promise only where the station says so")
  func selfService() {
    for (kept, expected) in [(true, Score.units(25)), (false, .units(35))] {
      let scenario = scenario(kept: kept)
      #expect(score(.promises, scenario, Plan.empty(for: scenario).opening(0, 9, .selfService)) == expected)
    }
  }

  @Test("Rounded half up slot by slot")
  func rounding() {
    // 10 minutes in each of two slots at 0.000003 an hour are half a millionth each.
    let station = Station.fixture(promisedHours: [Interval(530, 550)])
    let weights = Weights.fixture(promiseHour: Score(micro: 3))
    #expect(score(.promises, .fixture(stations: [station], weights: weights), []) == Score(micro: 2))
  }

  @Test("A promise outside host hours cannot be kept and costs")
  func outside() {
    #expect(score(.promises, .fixture(stations: [.fixture(promisedHours: [.hours(7, 9)])]), []) == .units(20))
  }
}

@Suite("O2 refuge")
struct O2Tests {
  @Test("Closed whole slots in host hours on refuge days")
  func closed() {
    let station = Station.fixture(hostHours: .daily(8, 12, days: 2), selfServiceHours: [.hours(8, 9, day: 1)])
    let scenario = Scenario.fixture(
      days: 2, stations: [station], staff: [.fixture()], heat: .fixture(forecast: [399, 400]))
    #expect(score(.refuge, scenario, []) == .units(40))
    #expect(score(.refuge, scenario, [.at(9, 12, day: 1)]) == .units(10))
    #expect(score(.refuge, scenario, [.at(9, 12)]) == .units(40))
    #expect(score(.refuge, scenario, Plan.empty(for: scenario).opening(0, 32, .selfService)) == .units(30))
  }
}

@Suite("O3 visits")
struct O3Tests {
  @Test("Visits not served at their weight; rows that are no option do not count")
  func visits() {
    let option = ServiceOption(station: 0, slot: 10, arrival: 600, walkMinutes: 0)
    let item = DemandItem(
      source: .table(row: 0), window: .hours(10, 12), visits: 7, dwellMinutes: 30,
      weight: Score(micro: 1_500_000), options: [option])
    let demand = DerivedDemand(items: [item, item])
    let scenario = Scenario.fixture(staff: [.fixture()])
    func score(_ slot: Int) -> Score {
      let row = ServedVisits(item: 1, station: 0, slot: slot, count: 3)
      let plan = Plan.of(scenario, [.at(8, 12)], served: [row])
      return check(scenario, demand: demand, plan: plan).objective[.visits]
    }
    #expect(score(10) == Score(micro: 16_500_000))
    #expect(score(11) == .units(21))
  }
}

@Suite("O4 kits, O5 trades, O11 distance")
struct DeliveryTermTests {
  private let sites: [Site] = [
    .fixture(
      "d1", trade: "courier", people: 5, servedBefore: 2, rounds: 2, firstKitWeight: .units(3),
      secondKitWeight: .units(1)),
    .fixture("d2", trade: "courier", people: 4, firstKitWeight: .units(2)),
    .fixture("d3", trade: "builder", people: 2, firstKitWeight: .units(1)),
    .fixture("d4", trade: "warden", people: 2, servedBefore: 2, firstKitWeight: .units(1)),
    .fixture("d5", trade: "cleaner", people: 2, servedBefore: 1, firstKitWeight: .units(1)),
  ]

  private func score(_ term: ObjectiveTerm, _ stops: [(site: Int, kits: Int)]) -> Score {
    let fixture = RunFixture(sites: sites)
    let run = Run(
      slot: 0,
      stops: stops.map {
        Stop(site: $0.site, arrival: 600, serviceStart: 600, kits: [KitCount(goods: 0, count: $0.kits)])
      })
    let plan = fixture.plan(stops.isEmpty ? [] : [run])
    return check(fixture.scenario, demand: .none, plan: plan).objective[term]
  }

  @Test("First kits, then second kits")
  func kits() {
    // d1 lacks 3 first kits at 3 and 5 second ones at 1, d2 4 at 2, d3 2, d5 1.
    #expect(score(.kits, []) == .units(9 + 5 + 8 + 2 + 1))
    #expect(score(.kits, [(0, 2)]) == .units(3 + 5 + 8 + 2 + 1))
    #expect(score(.kits, [(0, 5)]) == .units(3 + 8 + 2 + 1))
    #expect(score(.kits, [(0, 8), (1, 4), (2, 2), (4, 1)]) == .zero)
    #expect(score(.kits, [(0, 100)]) == .units(8 + 2 + 1))
  }

  @Test("Trades that no kit reached, now or before")
  func trades() {
    #expect(score(.trades, []) == .units(20))
    #expect(score(.trades, [(2, 1)]) == .zero)
  }

  @Test("Metres from the depot over the stops and back, at 0.0002 a metre")
  func distance() {
    #expect(score(.distance, []) == .zero)
    #expect(score(.distance, [(0, 1)]) == Score(micro: 4000 * 200))
    #expect(score(.distance, [(0, 1), (2, 1)]) == Score(micro: 6000 * 200))
  }
}

@Suite("O6 fairness")
struct O6Tests {
  private func scenario(_ ledgers: [[Int]] = [[0, 0, 0, 0], [0, 0, 0, 0]]) -> Scenario {
    .fixture(
      days: 7, stations: [.fixture(hostHours: .daily(0, 24))],
      staff: ledgers.enumerated().map {
        .fixture("p\($0.offset)", available: .daily(0, 24), ledger: .fixture(burdens: $0.element))
      }, weights: .fixture(burdenPoint: [.units(1), .units(10), .units(100), .units(1000)]))
  }

  @Test("Weekend, evening and early points above the allowance of one each")
  func points() {
    #expect(score(.fairness, scenario(), [.at(8, 12, day: 5)]) == .zero)
    #expect(score(.fairness, scenario(), [.at(8, 12, day: 5), .at(8, 12, day: 6)]) == .units(1))
    #expect(score(.fairness, scenario(), [.at(15, 19), .at(16, 20, day: 2), .at(16, 20, day: 4)]) == .units(10))
    #expect(score(.fairness, scenario(), [.at(7, 11), .at(6, 10, day: 2), .at(6, 10, day: 4)]) == .units(100))
    #expect(score(.fairness, scenario(), [.at(8, 12, day: 5), .at(8, 12, day: 6, staff: 1)]) == .zero)
  }

  @Test("The allowance leans towards those with less behind them")
  func ledger() {
    // Average of 4 and 1 is 2: the first may carry 1 + 2 - 4 < 0, that is none, the second 1 + 2 - 1 = 2.
    let scenario = scenario([[4, 0, 0, 0], [1, 0, 0, 0]])
    let weekend = [5, 6].map { Duty.at(8, 12, day: $0) }
    #expect(score(.fairness, scenario, weekend) == .units(2))
    #expect(score(.fairness, scenario, [5, 6].map { .at(8, 12, day: $0, staff: 1) }) == .zero)
    let shares = check(scenario, demand: .none, plan: .of(scenario, weekend)).burdens
    #expect(shares[0][0] == BurdenShare(points: 2, before: 4, allowance: 0))
    #expect(shares[1][0] == BurdenShare(points: 0, before: 1, allowance: 2))
  }

  @Test("A crew from 35 C is a hot duty")
  func hot() {
    func score(_ tenths: Int) -> Score {
      let fixture = RunFixture([tenths, tenths], slots: [.hours(9, 12), .hours(9, 12, day: 1)])
      let duties = fixture.crew(0) + fixture.crew(1)
      return check(fixture.scenario, demand: .none, plan: fixture.plan(crew: duties)).objective[.fairness]
    }
    #expect(score(349) == .zero)
    #expect(score(350) == .units(2))
  }
}

@Suite("O7 wishes")
struct O7Tests {
  private func score(_ wish: Wish, _ duties: [Duty]) -> Score {
    RotaPlannerTests.score(.wishes, .fixture(days: 2, staff: [.fixture(wishes: [wish])]), duties)
  }

  @Test("A wanted duty is there, or costs")
  func on() {
    let wish = Wish.fixture(.on, day: 1, interval: .hours(8, 12, day: 1), weight: .units(5))
    #expect(score(wish, []) == .units(5))
    #expect(score(wish, [.at(11, 15, day: 1)]) == .zero)
    #expect(score(wish, [.at(12, 16, day: 1)]) == .units(5))
    #expect(score(wish, [.at(8, 12)]) == .units(5))
  }

  @Test("An unwanted duty costs")
  func off() {
    let wish = Wish.fixture(.off, day: 1, weight: .units(5))
    #expect(score(wish, []) == .zero)
    #expect(score(wish, [.at(8, 12, day: 1)]) == .units(5))
    #expect(score(wish, [.at(8, 12)]) == .zero)
  }
}

@Suite("O9 guaranteed hours, O10 continuity")
struct HoursTermTests {
  @Test("Missing hours of whole and part weeks, with the ledger in week 0")
  func guaranteed() {
    // Thursday to Thursday: weeks of 4 and 4 days; 14 h guaranteed a week are 8 h in 4 days.
    let thursday = CalendarDate.aMonday.adding(days: 3)
    func score(_ duties: [Duty], ledger: LedgerEntry = .blank) -> Score {
      let person = StaffMember.fixture(guaranteedWeekMinutes: 840, ledger: ledger)
      return RotaPlannerTests.score(.guaranteed, .fixture(days: 8, firstDay: thursday, staff: [person]), duties)
    }
    #expect(score([]) == .units(16))
    #expect(score([.at(8, 12), .at(8, 13, day: 1), .at(8, 12, day: 4)]) == .units(4))
    #expect(score([], ledger: .fixture(weekMinutes: 300)) == .units(9 + 8))
    #expect(score([.at(8, 12)], ledger: .fixture(weekMinutes: 900)) == .units(8))
  }

  @Test("Minutes away from home stations, rounded half up per segment")
  func continuity() {
    let scenario = Scenario.fixture(
      stations: [.fixture("s1"), .fixture("s2")], staff: [.fixture(allowedStations: [0, 1], homeStations: [0])],
      staffTravelMinutes: [[0, 0], [0, 0]])
    #expect(score(.continuity, scenario, [.at(8, 12)]) == .zero)
    #expect(score(.continuity, scenario, [.of(0, .at(0, 8, 10), .at(1, 10, 13))]) == Score(micro: 600_000))
  }
}

@Suite("O8 cost and money")
struct MoneyTests {
  /// One yuan a minute; Monday is a holiday, Saturday and Sunday are weekend.
  private func scenario(_ contract: Contract, ledger: LedgerEntry = .blank, weights: Weights = .fixture()) -> Scenario {
    .fixture(
      days: 7, dayKinds: [.holiday] + Array(repeating: .workday, count: 4) + [.weekend, .weekend],
      contracts: [contract], staff: [.fixture(payPerMinute: .yuan(1), ledger: ledger)], weights: weights)
  }

  private func money(_ scenario: Scenario, _ days: [Int]) -> MoneyByKind {
    check(scenario, demand: .none, plan: .of(scenario, days.map { .at(8, 12, day: $0) })).money
  }

  @Test("Hours paid by contract, day and overtime")
  func pay() {
    func contract(_ basis: PayBasis) -> Contract { .fixture(normalWeekMinutes: 600, payBasis: basis) }
    // 240 minutes each on holiday, Tuesday, Saturday: 120 of overtime.
    let only = money(scenario(contract(.overtimeOnly)), [0, 1, 5])
    #expect(only.pay == .yuan(240 * 2 + 240))
    #expect(only.overtime == Money(milliFen: 120 * 150_000))
    let all = money(scenario(contract(.allHours)), [0, 1, 5])
    #expect(all.pay == .yuan(240 * 3 + 240 + 240 * 2))
    #expect(all.overtime == .yuan(60))
    #expect(money(scenario(contract(.free)), [0, 1, 5]).total == .zero)
  }

  @Test("Overtime that the ledger alone makes is paid as the model says")
  func ledger() {
    let over = LedgerEntry.fixture(weekMinutes: 700)
    #expect(money(scenario(.fixture(normalWeekMinutes: 600), ledger: over), []).overtime == .yuan(150))
  }

  @Test("Openings, kits and driving")
  func rest() {
    let station = Station.fixture(
      selfServiceHours: .daily(8, 20), staffedCostPerMinute: Money(milliFen: 7),
      selfServiceCostPerMinute: Money(milliFen: 3))
    let delivery = Delivery.fixture(
      goods: [.fixture(unitCost: .yuan(2))], vehicles: [.fixture(costPerMetre: Money(milliFen: 11))])
    let scenario = Scenario.fixture(stations: [station], staff: [.fixture()], delivery: delivery)
    let stop = Stop(site: 0, arrival: 550, serviceStart: 550, kits: [KitCount(goods: 0, count: 6)])
    let plan = Plan.of(scenario, [.at(8, 12)], runs: [Run(slot: 0, stops: [stop])]).opening(0, 12, .selfService)
    let money = check(scenario, demand: .none, plan: plan).money
    #expect(money.stations == Money(milliFen: 240 * 7 + 60 * 3))
    #expect(money.kits == .yuan(12))
    #expect(money.runs == Money(milliFen: 4000 * 11))
    #expect(money.total == money.stations + money.kits + money.runs)
  }

  @Test("Money is rounded down once, over the total")
  func rounding() {
    // 240 minutes at 7 are 1,680 thousandths of a fen; at 100 millionths a yuan that is 1.68 millionths.
    let station = Station.fixture(staffedCostPerMinute: Money(milliFen: 7))
    let scenario = Scenario.fixture(
      stations: [station], staff: [.fixture()], weights: .fixture(yuan: Score(micro: 100)))
    #expect(score(.cost, scenario, [.at(8, 12)]) == Score(micro: 1))
  }
}

@Suite("Hours per person")
struct StaffHoursTests {
  @Test("Normal, overtime, night, weekend and holiday minutes")
  func hours() {
    let contract = Contract.fixture(normalWeekMinutes: 600)
    let scenario = Scenario.fixture(
      days: 7, dayKinds: [.holiday] + Array(repeating: .workday, count: 4) + [.weekend, .weekend],
      stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract],
      staff: [.fixture(available: .daily(0, 24), ledger: .fixture(weekMinutes: 100))])
    let overnight = Duty.of(0, .at(0, Interval(5 * 1440 + 20 * 60, 5 * 1440 + 26 * 60)))
    let plan = Plan.of(scenario, [.at(8, 12), .at(4, 8, day: 2), overnight])
    let hours = check(scenario, demand: .none, plan: plan).hours[0]
    let expected = StaffHours(
      paidMinutes: 840, overtimeMinutes: 340, nightMinutes: 120 + 240, weekendMinutes: 360, holidayMinutes: 240,
      duties: 3)
    #expect(hours == expected)
    #expect(hours.normalMinutes == 500)
  }

  @Test("Overtime that the ledger alone makes is not this plan's")
  func ledger() {
    let contract = Contract.fixture(normalWeekMinutes: 600)
    let scenario = Scenario.fixture(
      contracts: [contract], staff: [.fixture(ledger: .fixture(weekMinutes: 700))])
    #expect(check(scenario, demand: .none, plan: .empty(for: scenario)).hours[0].overtimeMinutes == 0)
    #expect(check(scenario, demand: .none, plan: .of(scenario, [.at(8, 12)])).hours[0].overtimeMinutes == 240)
  }
}
