import Testing

@testable import RotaPlanner

@Suite("Texts with two readings")
struct DoubtTests {
  private func told(_ doubt: Doubt?) -> String? {
    doubt.map { doubt in
      let catalogue = MessageCatalogue(.english)
      return catalogue.text(doubt.reading) + " | " + catalogue.text(doubt.other)
    }
  }

  private func weekly(_ text: String) throws -> String? {
    _ = try CellType<[WeeklyInterval]>.weeklyIntervals.read(text)
    return told(CellType<[WeeklyInterval]>.weeklyIntervals.doubt?(text, .point))
  }

  @Test(
    "Hours that go round the clock over midnight, and hours before six, may be those of a clock of twelve",
    arguments: [
      ("mon-fri 9-5", "9:00 to 5:00 on the next day (20 hours) | 9:00-17:00"),
      ("周一至周五8:30-12:00，2-5；周六 10-6", "02:00-05:00 | 14:00-17:00"),
      ("12-3", "12:00 to 3:00 on the next day (15 hours) | 12:00-15:00"),
      ("１２：３０—１：３０", "12:30 to 1:30 on the next day (13 hours) | 12:30-13:30"),
      ("06:00-02:00", "6:00 to 2:00 on the next day (20 hours) | 6:00-14:00"),
      ("1-5 9-17", "01:00-05:00 | 13:00-17:00"),
      ("daily 4:30-8:15", "04:30-08:15 | 16:30-20:15"), ("5-9", "05:00-09:00 | 17:00-21:00"),
    ])
  func doubtful(text: String, expected: String) throws {
    #expect(try weekly(text) == expected)
  }

  @Test(
    "Hours that can be meant in one way only are not",
    arguments: [
      "mon-fri 9-17", "22-6", "13:00-1:00", "9-5+1", "9:00-次日5:00", "8-12; 14-18", "6-10", "01:00-05:00", "5:00-11:00",
      "0-24", "0-5", "5-20", "全天",
      "closed", "8-24", "周一至周五 8:30-12:00", "20:00-0:00", "9:00-0:00",
    ])
  func plain(text: String) throws {
    #expect(try weekly(text) == nil)
  }

  @Test("Work and breaks of a night lie before six")
  func nights() throws {
    #expect(told(BreakDraft.cell.doubt?("1:00-1:30@30; 5-5:30", .point)) == nil)
    #expect(
      told(BreakDraft.cell.doubt?("11:30-1:00@30", .point))
        == "11:30 to 1:00 on the next day (13.5 hours) | 11:30-13:00")
  }

  @Test(
    "Three digits behind the only mark may be thousands or decimals, where commas do not part columns",
    arguments: [
      ("1,200", "1200 | 1.2"), ("1.250", "1.25 | 1250"), ("999,999", "999999 | 999.999"), ("１，２００", "1200 | 1.2"),
      ("1,234,567", nil),
      ("0.350", nil), ("12.5", nil), ("1200", nil), ("1.2500", nil),
    ] as [(String, String?)])
  func decimals(text: String, expected: String?) throws {
    let type = CellType<Int>.thousandths(in: 0...10_000_000_000)
    _ = try type.read(text)
    #expect(told(type.doubt?(text, .pointOrComma)) == expected)
    #expect(told(type.doubt?(text, .point)) == nil)
  }

  @Test("Only a reading that the column takes is doubtful")
  func ranges() {
    #expect(told(CellType<Int>.integer().doubt?("2,000", .pointOrComma)) == nil)
    #expect(told(CellType<Int>.integer().doubt?("2.000", .pointOrComma)) == "2 | 2000")
    #expect(told(CellType<Int>.integer(in: 0...1000).doubt?("2.000", .pointOrComma)) == nil)
    #expect(told(CellType<Int>.hours(upTo: 168).doubt?("37.500", .pointOrComma)) == nil)
    #expect(
      told(CellType<Int>.fixedPoint(decimals: 6, in: -90_000_000...90_000_000).doubt?("39.949", .pointOrComma)) == nil)
  }

  @Test("Nothing has no thousands", arguments: ["0,350", "0,000", "00,350"])
  func leadingZero(text: String) {
    let fault = #expect(throws: CellFault.self) { try CellType<Int>.thousandths(in: 0...1_000_000).read(text) }
    #expect(fault?.fix?.key == "fix.decimalPoint")
  }

  @Test(
    "Limits that people say in hours take a number with its unit, or nothing",
    arguments: [
      ("12h", 720), ("11小时", 660), ("1h30", 90), ("90min", 90), ("45分钟", 45), ("1:30", 90), ("0", 0), ("12", nil),
      ("1.5", nil), ("１２", nil),
    ]
      as [(String, Minutes?)])
  func units(text: String, minutes: Minutes?) throws {
    let type = CellType<Minutes>.saidInHours(in: 0...1440)
    if let minutes {
      #expect(try type.read(text) == minutes)
    } else {
      let fault = #expect(throws: CellFault.self) { try type.read(text) }
      #expect(fault?.code == .valueWithoutUnit)
    }
  }

  @Test(
    "A unit in a heading's brackets is told where it is not the column's",
    arguments: [
      ("dwell (h)", true), ("停留（秒）", true), ("停留(分)", false), ("dwell (min)", false), ("dwell", false),
      ("dwell (usual)", false),
    ])
  func minutes(heading: String, isTold: Bool) {
    #expect((HeadingUnit.doubt(heading, VisitDraft.Columns.dwell) != nil) == isTold)
  }

  @Test(
    "So is one of money and of temperatures",
    arguments: [("单价(分)", true), ("单价（元）", false), ("unit_cost (万元)", true), ("unit cost (yuan)", false)])
  func money(heading: String, isTold: Bool) {
    #expect((HeadingUnit.doubt(heading, GoodsDraft.Columns.unitCost) != nil) == isTold)
    #expect(HeadingUnit.doubt("最高气温(℃)", HeatDraft.Columns.maximum) == nil)
    #expect(HeadingUnit.doubt("最高气温(℉)", HeatDraft.Columns.maximum) != nil)
    #expect(HeadingUnit.doubt("name (分)", GoodsDraft.Columns.name) == nil)
  }

  @Test(
    "Hours are not moved by two of something",
    arguments: [("-2", nil), ("+12", nil), ("-2h", -120), ("+30", 30), ("2min", 2)] as [(String, Minutes?)])
  func moves(text: String, minutes: Minutes?) {
    #expect((try? CellType<Minutes>.signedDuration.read(text)) == minutes)
  }
}
