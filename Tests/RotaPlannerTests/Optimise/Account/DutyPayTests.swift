import Testing

@testable import RotaPlanner

/// Pay over midnight (docs/model.md section 6): each minute at the rate of its own calendar day.
@Suite("Pay by calendar minute")
struct DutyPayTests {
  /// One yuan a minute from Friday on; Saturday and Sunday are weekend, the first Monday a holiday.
  private func scenario(_ contract: Contract, days: Int = 4) -> Scenario {
    .fixture(
      days: days, firstDay: CalendarDate.aMonday.adding(days: 4),
      dayKinds: Array([DayKind.workday, .weekend, .weekend, .holiday, .workday].prefix(days)),
      stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract],
      staff: [.fixture(available: .daily(0, 24), payPerMinute: .yuan(1))])
  }

  private func night(_ day: Int) -> Duty { .of(0, .at(0, Interval(day * 1440 + 22 * 60, day * 1440 + 30 * 60))) }

  private func pay(_ scenario: Scenario, _ duty: Duty) throws -> (planned: Money, checked: Money) {
    let candidate = try #require(DutyLaw(scenario).candidate(staff: 0, segments: duty.segments))
    return (candidate.pay, check(scenario, demand: .none, plan: .of(scenario, [duty])).money.pay)
  }

  @Test("Friday 22:00 to Saturday 6:00 is two hours of a workday and six of a weekend, and so for every pair of days")
  func overMidnight() throws {
    let free = Contract.fixture(maximumDutyMinutes: 480, mealBreakAfterMinutes: nil, payBasis: .allHours)
    let extra = Contract.fixture(maximumDutyMinutes: 480, mealBreakAfterMinutes: nil, payBasis: .overtimeOnly)
    // Two hours of the evening's day, six of the morning's: 100 %, 200 % and 300 %.
    for (day, all, only) in [(0, 120 + 720, 360), (1, 240 + 720, 120 + 360), (2, 240 + 1080, 120 + 720)] {
      let paid = try pay(scenario(free), night(day))
      #expect(paid == (.yuan(all), .yuan(all)), "day \(day)")
      let added = try pay(scenario(extra), night(day))
      #expect(added == (.yuan(only), .yuan(only)), "day \(day)")
    }
    let holiday = try pay(scenario(free, days: 5), night(3))
    #expect(holiday == (.yuan(360 + 360), .yuan(360 + 360)))
  }

  @Test("The hours table cuts a duty at midnight; its burden point stays with the day on which it starts")
  func hours() {
    let scenario = scenario(.fixture(mealBreakAfterMinutes: nil))
    let report = check(scenario, demand: .none, plan: .of(scenario, [night(0)]))
    #expect(report.hours[0].weekendMinutes == 360)
    #expect(report.hours[0].nightMinutes == 480)
    #expect(report.burdens[0][BurdenClass.weekend.rawValue].points == 0)
    let sunday = check(scenario, demand: .none, plan: .of(scenario, [night(2)]))
    #expect(sunday.hours[0].weekendMinutes == 120)
    #expect(sunday.hours[0].holidayMinutes == 360)
    #expect(sunday.burdens[0][BurdenClass.weekend.rawValue].points == 1)
  }

  @Test("An unpaid break at midnight is paid on neither day")
  func breakAtMidnight() throws {
    let contract = Contract.fixture(
      minimumDutyMinutes: 60, mealBreakAfterMinutes: 120, mealBreakMinutes: 60, payBasis: .allHours)
    let duty = Duty.of(0, .at(0, Interval(22 * 60, 24 * 60)), .at(0, Interval(25 * 60, 27 * 60)))
    let paid = try pay(scenario(contract), duty)
    #expect(paid == (.yuan(120 + 240), .yuan(120 + 240)))
  }

  @Test("Minutes after the last midnight are paid by the kind of the day after the planned ones")
  func afterTheLastDay() throws {
    let contract = Contract.fixture(maximumDutyMinutes: 480, mealBreakAfterMinutes: nil, payBasis: .allHours)
    // A Friday alone: its night ends on a Saturday that is not planned.
    let scenario = Scenario.fixture(
      firstDay: CalendarDate.aMonday.adding(days: 4), tailMinutes: 360,
      stations: [.fixture(hostHours: .daily(0, 24))], contracts: [contract],
      staff: [.fixture(available: .daily(0, 24), payPerMinute: .yuan(1))])
    let paid = try pay(scenario, night(0))
    #expect(paid == (.yuan(120 + 720), .yuan(120 + 720)))
    // Only the night is worth anything, so prices of whole rosters choose it, tail and all.
    let law = DutyLaw(scenario)
    let form = DayForm(staff: 0, day: 0, law: law, runs: [])
    let pricing = RosterPricing(law: law, forms: [[form]])
    let worths = (0..<scenario.horizon.slotCount).map { $0 < 22 ? -10.0 : 10.0 }
    worths.withUnsafeBufferPointer { pricing.price(form, worths: $0.baseAddress!, points: [0, 0, 0, 0]) }
    _ = pricing.choose(0)
    #expect(abs(pricing.money(0) - paid.planned.yuan) < 1e-9)
  }

  @Test("The horizon knows the kind of the day after it, holidays included")
  func dayAfter() throws {
    let settings = "days: 7\ncalendar: {holidays: [2026-07-13], makeup_days: [2026-07-12]}\n"
    let horizon = try ScenarioText.scenario(["scenario.yaml": "first_day: 2026-07-06\n" + settings]).horizon
    #expect((5...9).map(horizon.kind(ofDay:)) == [.weekend, .workday, .holiday, .workday, .workday])
    #expect(Horizon.fixture(days: 5).kind(ofDay: 5) == .weekend)
  }

  /// One person, three days of any kind, worths that make nights pay.
  private func nights(_ random: inout SeededGenerator) -> (scenario: Scenario, worths: [Double]) {
    let contract = Contract.fixture(
      normalWeekMinutes: 6000, overtimeMonthMinutes: nil, minimumDutyMinutes: 120, maximumDutyMinutes: 360,
      maximumSpanMinutes: 600, minimumSplitMinutes: 120, maximumSplitMinutes: 180,
      mealBreakAfterMinutes: random.pick([120, 180, nil]), mealBreakMinutes: 60, dailyRestMinutes: nil,
      weeklyRestKind: nil, payBasis: random.pick([.allHours, .overtimeOnly]))
    let kinds: [DayKind] = (0..<3).map { _ in random.pick([.workday, .weekend, .holiday]) }
    let scenario = Scenario.fixture(
      days: 3, dayKinds: kinds, stations: (0..<2).map { .fixture("s\($0)", hostHours: .daily(0, 24)) },
      contracts: [contract],
      staff: [
        .fixture(
          allowedStations: [0, 1], homeStations: [0, 1], available: [.hours(18, 30), .hours(18, 30, day: 1)],
          payPerMinute: Money(milliFen: random.int(1...4) * 10_000))
      ], weights: .fixture(yuan: Score(micro: 30_000)), staffTravelMinutes: [[0, 60], [60, 0]])
    return (scenario, (0..<144).map { _ in Double(random.int(-4...16)) / 4 })
  }

  @Test("The district's prices find the best duty over midnight after its pay, with breaks, splits and travel anywhere")
  func rosterPrices() throws {
    var overMidnight = 0
    for seed in 1...16 {
      var random = SeededGenerator(seed: seed)
      let (scenario, worths) = nights(&random)
      let law = DutyLaw(scenario)
      for day in 0...1 {
        let form = DayForm(staff: 0, day: day, law: law, runs: [])
        let forms = (0..<3).map { $0 == day ? form : DayForm(staff: 0, day: $0, law: law, runs: []) }
        let pricing = RosterPricing(law: law, forms: [forms])
        worths.withUnsafeBufferPointer { pricing.price(form, worths: $0.baseAddress!, points: [0, 0, 0, 0]) }
        let best = pricing.choose(0)
        let all = try #require(DutyEnumerator(rules: law, runnable: []).candidates(staff: 0, day: day, limit: 200_000))
        let most = all.map { worth($0, worths, scenario) }.max() ?? 0
        #expect(abs(best - max(0, most)) < 1e-9, "seed \(seed), day \(day)")
        let segments = worths.withUnsafeBufferPointer { pricing.segments(day: day, worths: $0.baseAddress!) }
        guard !segments.isEmpty else { continue }
        let duty = try #require(law.candidate(staff: 0, segments: segments))
        #expect(abs(pricing.money(0) - duty.pay.yuan) < 1e-9)
        overMidnight += scenario.horizon.day(of: duty.span.end - 1) > day ? 1 : 0
      }
    }
    #expect(overMidnight > 12, "\(overMidnight)")
  }

  private func worth(_ duty: DutyCandidate, _ worths: [Double], _ scenario: Scenario) -> Double {
    let cells = duty.segments.flatMap { scenario.horizon.cells(of: $0) }
    return cells.reduce(0) { $0 + worths[$1] } - duty.pay.yuan * scenario.weights.yuan.units
  }

  @Test("A form of duty knows its paid slots after midnight")
  func paidAfter() {
    let form = DutyTemplate(first: 3, gap: 2, second: 4)
    #expect((0...10).map { form.paid(from: 1, after: $0) } == [7, 7, 6, 5, 4, 4, 4, 3, 2, 1, 0])
    #expect(DutyTemplate(first: 5, gap: 0, second: 0).paid(from: 2, after: 4) == 3)
  }
}
