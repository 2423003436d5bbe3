import Testing

@testable import RotaPlanner

@Suite("The checker's findings in print")
struct CheckOutputTests {
  private let output: CheckOutput
  private let english = MessageCatalogue(.english)

  init() {
    let scenario = Scenario.fixture(
      stations: [.fixture("bank", promisedHours: [.hours(8, 13)])], staff: [.fixture("wang-02")])
    let report = check(scenario, demand: .none, plan: .of(scenario, [.at(7, 12)]))
    output = CheckOutput(report, scenario, demand: .none)
  }

  @Test("Tables for people")
  func text() {
    let expected = """
      Violations
      rule  who      what
      ----  -------  ----------------------------------------------------------------------------------
      R04   wang-02  is at station bank, 2026-07-06 07:00-12:00, of which 1 h 00 lie outside host hours
      R19   bank     is open 2026-07-06 07:00-08:00, outside host hours

      Shortages
      term  units  what
      ----  -----  -------------------------------------------------------------------------------------------------------------------
      O1    10.00  bank: not open as promised 2026-07-06 12:00-13:00 (1 h 00): no single limit was found; it competes with other needs

      Objective
      term  name                           units
      ----  -----------------------------  -----
      O1    promised hours not kept        10.00
      O2    refuge hours not open           0.00
      O3    visits not served               0.00
      O4    recipients without a kit        0.00
      O5    trades not reached              0.00
      O6    burdens above fair shares       0.00
      O7    wishes not granted              0.00
      O8    money                           0.00
      O9    guaranteed hours not rostered   0.00
      O10   hours away from home stations   0.00
      O11   distance driven                 0.00
      O12   openings too many on a day      0.00
      O13   promised days not kept whole    0.00
            total                          10.00

      2 violations, 1 shortage, objective 10.00

      """
    #expect(output.text(english) == expected)
  }

  @Test("One CSV row per finding and term, with stable columns")
  func csv() {
    let rows = output.csv(CSVWriter(), english).split(separator: "\n").map(String.init)
    #expect(rows.count == 1 + 2 + 1 + 13)
    #expect(rows[0] == "type,id,who,start,end,unit,measured,allowed,amount,price,text")
    #expect(
      rows[1].hasPrefix(
        "violation,R04-hostHours,wang-02,2026-07-06 07:00,2026-07-06 12:00,minutes,240,300,60,,\"R04 wang-02: is at"))
    #expect(rows[3].hasPrefix("shortage,O1,bank,2026-07-06 12:00,2026-07-06 13:00,minutes,0,60,60,10.00,"))
    #expect(rows[4] == "term,O1,,,,,,,,10.00,promised hours not kept")
  }

  @Test("JSON with whole numbers, units and words")
  func json() {
    let text = CanonicalJSON.compact(output.json(english))
    #expect(text.contains("\"lawful\":false"))
    #expect(text.contains("\"objective\":10,"))
    #expect(text.contains("\"clause\":\"R19-hostHours\",\"end\":\"2026-07-06 08:00\",\"measured\":1"))
    #expect(text.contains("\"O1\":10,\"O10\":0"))
  }

  @Test("A lawful plan without shortages says so")
  func clean() {
    let scenario = Scenario.fixture()
    let report = check(scenario, demand: .none, plan: .empty(for: scenario))
    let text = CheckOutput(report, scenario, demand: .none).text(english)
    #expect(text.hasPrefix("No violations.\n\nNo shortages.\n\nObjective\n"))
    #expect(text.hasSuffix("0 violations, 0 shortages, objective 0.00\n"))
    let chinese = CheckOutput(report, scenario, demand: .none).text(MessageCatalogue(.chinese))
    #expect(chinese.hasPrefix("没有违规。\n"))
  }
}
