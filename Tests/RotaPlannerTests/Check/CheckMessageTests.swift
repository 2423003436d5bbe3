import Testing

@testable import RotaPlanner

@Suite("Messages of the checker")
struct CheckMessageTests {
  private let english = MessageCatalogue(.english)
  private let chinese = MessageCatalogue(.chinese)

  private func texts(_ scenario: Scenario, _ duties: [Duty], _ catalogue: MessageCatalogue) -> [String] {
    check(scenario, demand: .none, plan: .of(scenario, duties)).violations.map {
      catalogue.text($0.message(in: scenario, .none))
    }
  }

  @Test("A short rest names the person, both moments, and what is needed")
  func rest() {
    let scenario = Scenario.fixture(
      days: 2, stations: [.fixture(hostHours: .daily(0, 24))],
      staff: [.fixture("wang-02", available: .daily(0, 24))])
    let duties: [Duty] = [.at(18, 22), .at(8, 12, day: 1)]
    #expect(
      texts(scenario, duties, english) == [
        "R10 wang-02: rest between 2026-07-06 22:00 and 2026-07-07 08:00 is 10 h 00, at least 11 h 00"
      ])
    #expect(
      texts(scenario, duties, chinese) == [
        "R10 wang-02：2026-07-06 22:00 至 2026-07-07 08:00 之间休息 10 小时 00 分，至少 11 小时 00 分"
      ])
  }

  @Test("A segment over midnight is told with both dates, whole days without times")
  func spans() {
    let scenario = Scenario.fixture(
      days: 7, stations: [.fixture("bank", hostHours: .daily(0, 24))],
      contracts: [.fixture(maximumConsecutiveDays: nil)],
      staff: [.fixture(allowedStations: [], available: .daily(0, 24))])
    let night = Duty.of(0, .at(0, Interval(22 * 60, 26 * 60)))
    #expect(
      texts(scenario, [night], english) == [
        "R03 p1: is at station bank, 2026-07-06 22:00 - 2026-07-07 02:00, but is not allowed there"
      ])
    let everyDay = (0..<7).map { Duty.at(8, 12, day: $0) }
    #expect(
      texts(scenario, everyDay, english).last == "R12 p1: no whole day off in the week 2026-07-06 - 2026-07-12")
  }

  @Test("The budget is told in yuan")
  func budget() {
    let scenario = Scenario.fixture(
      stations: [.fixture(staffedCostPerMinute: .yuan(1))], staff: [.fixture()], budget: .yuan(100))
    #expect(
      texts(scenario, [.at(8, 11)], english) == ["R28: the plan costs 180.00 yuan, the budget is 100.00 yuan"])
  }

  @Test("Shortages say how much, when and why")
  func shortages() {
    let scenario = Scenario.fixture(stations: [.fixture(promisedHours: [.hours(7, 10)])])
    let report = check(scenario, demand: .none, plan: .empty(for: scenario))
    #expect(
      report.shortages.map { english.text($0.message(in: scenario, .none)) } == [
        "s1: not open as promised 2026-07-06 07:00-08:00 (1 h 00): the host is not open then",
        "s1: not open as promised 2026-07-06 08:00-10:00 (2 h 00): too few people may serve there",
      ])
  }

  @Test("Every clause has a text in both languages that uses only values it gets", arguments: Language.allCases)
  func complete(language: Language) {
    let catalogue = MessageCatalogue(language)
    let scenario = Scenario.fixture(
      staff: [.fixture()], visitTable: [.fixture()], delivery: .fixture(),
      pins: [.off(staff: 0, interval: .hours(8, 9))])
    let demand = DerivedDemand(items: [
      DemandItem(
        source: .table(row: 0), window: .hours(8, 9), visits: 1, dwellMinutes: 1, weight: .zero, options: [])
    ])
    let all = ViolationSubject(
      staff: 0, station: 0, deliverySlot: 0, site: 0, goods: 0, item: 0, pin: 0, skill: "aid")
    for kind in ViolationKind.allCases {
      let violation = Violation(kind, all, at: .hours(8, 9), measured: 70, allowed: 60)
      let text = catalogue.text(violation.message(in: scenario, demand))
      #expect(!text.contains("[[") && !text.contains("{"), "\(kind): \(text)")
    }
    for reason in ShortageReason.allCases {
      let shortage = Shortage(
        term: .promises, subject: .station(0), interval: .hours(8, 9), wanted: 1, missing: 1, price: .zero,
        reason: reason, isOnlyReason: false)
      let text = catalogue.text(shortage.message(in: scenario, demand))
      #expect(!text.contains("[[") && !text.contains("{"), "\(reason): \(text)")
    }
    let subjects: [(ObjectiveTerm, Shortage.Subject)] = [
      (.refuge, .station(0)), (.visits, .item(0)), (.kits, .site(0)), (.trades, .trade("sanitation")),
    ]
    for (term, subject) in subjects {
      let shortage = Shortage(
        term: term, subject: subject, interval: .hours(8, 9), wanted: 1, missing: 1, price: .zero, reason: .noStock,
        isOnlyReason: true)
      let text = catalogue.text(shortage.message(in: scenario, demand))
      #expect(!text.contains("[[") && !text.contains("{"), "\(term): \(text)")
    }
  }

  @Test("Money shows two places, or five where two would hide something")
  func yuan() {
    #expect(Money(milliFen: 123_456_000).yuanText == "1234.56")
    #expect(Money(milliFen: 1).yuanText == "0.00001")
    #expect(Money(milliFen: -150_000).yuanText == "-1.50")
  }
}
