import Testing

@testable import RotaPlanner

/// The comparison as text, CSV and JSON, from numbers made up by hand.
@Suite("The table of what-ifs")
struct WhatIfTableTests {
  private func plan(
    served: Int, kept: Minutes, kits: Int, yuan: Int, overtime: Minutes, objective: Int, bound: Int
  ) -> PlanSummary {
    PlanSummary(
      visits: (served, 60), promised: (kept, 1200), kits: (kits, 30), cost: Money(milliFen: yuan * 100_000),
      overtime: overtime, objective: .units(objective), bound: .units(bound))
  }

  private var comparison: WhatIfComparison {
    let base = plan(served: 50, kept: 1170, kits: 28, yuan: 1000, overtime: 0, objective: 40, bound: 38)
    let worse = plan(served: 41, kept: 1170, kits: 30, yuan: 900, overtime: 90, objective: 60, bound: 45)
    let near = plan(served: 50, kept: 1200, kits: 28, yuan: 1000, overtime: 0, objective: 39, bound: 37)
    return WhatIfComparison(
      base: .planned(base, isOptimal: false),
      variants: [
        WhatIfComparison.Entry(name: "高温三天", outcome: .planned(worse, isOptimal: false)),
        WhatIfComparison.Entry(name: "near", outcome: .planned(near, isOptimal: true)),
        WhatIfComparison.Entry(name: "shut", outcome: .clash), WhatIfComparison.Entry(name: "slow", outcome: .noPlan),
        WhatIfComparison.Entry(name: "bad", outcome: .invalid),
        WhatIfComparison.Entry(name: "late", outcome: .notReached),
      ])
  }

  @Test("English text")
  func text() {
    #expect(
      comparison.table.csv(CSVWriter(), MessageCatalogue(.english)) == """
        variant,status,visits,visits_wanted,promised_kept,promised_hours,kits,kits_wanted,cost,overtime_hours,objective,gap,gap_percent
        base,feasible,50,60,19.50,20.00,28,30,1000.00,0.00,40.00,2.00,5.00
        高温三天,feasible,41,60,19.50,20.00,30,30,900.00,1.50,60.00,15.00,25.00
        高温三天,difference,-9,0,0.00,0.00,+2,0,-100.00,+1.50,+20.00,,
        near,optimal,50,60,20.00,20.00,28,30,1000.00,0.00,39.00,2.00,5.13
        near,difference,0,0,+0.50,0.00,0,0,0.00,0.00,-1.00,,
        shut,clash,,,,,,,,,,,
        slow,no plan,,,,,,,,,,,
        bad,invalid,,,,,,,,,,,
        late,not reached,,,,,,,,,,,

        """)
    #expect(
      comparison.certainty(MessageCatalogue(.english)) == """
        高温三天: the best plan's objective differs from the base's best by +5.00 to +22.00: which is better is certain
        near: the best plan's objective differs from the base's best by -3.00 to +1.00: within the gaps, so which is better is not certain

        """)
  }

  @Test("What only takes away is never better, what only gives never worse")
  func effects() {
    func line(_ name: String, _ effect: VariantEffect) -> String {
      let entry = comparison.variants.first { $0.name == name }!
      let changed = WhatIfComparison.Entry(name: name, outcome: entry.outcome, effect: effect)
      return WhatIfComparison(base: comparison.base, variants: [changed]).certainty(MessageCatalogue(.english))
    }
    #expect(line("near", .takesAway).hasSuffix(" by 0.00 to +1.00: it only takes away, so it is never better\n"))
    #expect(line("near", .gives).hasSuffix(" by -3.00 to 0.00: it only gives, so it is never worse\n"))
    #expect(line("高温三天", .takesAway).hasSuffix(" by +5.00 to +22.00: which is better is certain\n"))
  }

  @Test("Chinese table, aligned by the width of its signs")
  func chinese() {
    let lines = comparison.table.textTable(MessageCatalogue(.chinese)).split(separator: "\n").map(String.init)
    #expect(lines[0] == "情景比较")
    #expect(lines[1].hasPrefix("情景      状态"))
    #expect(lines[3].hasPrefix("原情景    可行"))
    #expect(lines[5].hasPrefix("高温三天  与原情景之差"))
    #expect(Set(lines.dropFirst().prefix(5).map(DisplayWidth.of)).count == 1 || lines.count > 6)
  }

  @Test("JSON has numbers for differences and null for what is not known")
  func json() {
    let text = CanonicalJSON.readable(comparison.table.json)
    #expect(text.contains("\"kits\": 2, \"kits_wanted\": 0, \"objective\": 20"))
    #expect(text.contains("\"status\": \"not_reached\", \"variant\": \"late\", \"visits\": null"))
  }

  @Test("Without a plan of the base there is no difference")
  func noBase() {
    let alone = WhatIfComparison(base: .clash, variants: comparison.variants)
    #expect(alone.table.rows.count == 7)
    #expect(alone.certainty(MessageCatalogue(.english)) == "")
  }
}
