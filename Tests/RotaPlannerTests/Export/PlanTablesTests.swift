import Testing

@testable import RotaPlanner

/// Exact texts of a plan typed by hand (PlanExportFixture).
@Suite struct PlanTablesTests {
  private let fixture = PlanExportFixture()
  private let english = MessageCatalogue(.english)
  private let chinese = MessageCatalogue(.chinese)

  @Test func rotaHasOneRowASegment() {
    #expect(
      fixture.document.rotaTable.csv(CSVWriter(), english) == #"""
        date,weekday,staff,name,start,end,station,station_name,vehicle,hours
        2026-07-06,Mon,P2,李 梅,09:00,12:00,,,V1,3.00
        2026-07-06,Mon,P1,'=王强,08:00,10:00,S02,"Bank ""East""",,2.00
        2026-07-06,Mon,P1,'=王强,10:00,13:00,S01,暖心驿站，北大街,,3.00
        2026-07-06,Mon,P3,Ann,22:00,24:00,S01,暖心驿站，北大街,,2.00
        2026-07-06,Mon,P3,Ann,00:00+1,01:00+1,S01,暖心驿站，北大街,,1.00

        """#)
  }

  @Test func openingsAreCutAtMidnight() {
    #expect(
      fixture.document.openingTable.csv(CSVWriter(), chinese) == #"""
        驿站,驿站名称,日期,星期,开始,结束,开放,小时
        S01,暖心驿站，北大街,2026-07-06,周一,10:00,13:00,有人值守,3.00
        S01,暖心驿站，北大街,2026-07-06,周一,20:00,22:00,自助,2.00
        S01,暖心驿站，北大街,2026-07-06,周一,22:00,24:00,有人值守,2.00
        S01,暖心驿站，北大街,2026-07-07,周二,00:00,01:00,有人值守,1.00
        S01,暖心驿站，北大街,2026-07-07,周二,01:00,04:00,自助,3.00
        S02,"Bank ""East""",2026-07-06,周一,08:00,10:00,有人值守,2.00

        """#)
  }

  @Test func runsHaveOneRowForEachKindOfGoods() {
    #expect(
      fixture.document.runTable.csv(CSVWriter(), english) == """
        date,weekday,vehicle,vehicle_name,start,end,crew,stop,site,site_name,contact,arrival,service_start,goods,goods_name,kits
        2026-07-06,Mon,V1,Van,09:00,12:00,P2,1,D1,工地,张队长,09:15,09:20,tea,凉茶,8
        2026-07-06,Mon,V1,Van,09:00,12:00,P2,1,D1,工地,张队长,09:15,09:20,fan,Goods fan,2

        """)
  }

  @Test func coverageShowsOpenAndPromisedSlots() {
    let table = fixture.report.coverageTable(fixture.scenario)
    #expect(table.rows.count == 13)
    let text = ReportTable(
      name: table.name, columns: table.columns, rows: [table.rows[0], table.rows[3], table.rows[12]]
    )
    .csv(CSVWriter(), english)
    #expect(
      text == #"""
        station,station_name,date,start,end,opening,staff_present,promised_minutes,visits,visit_capacity,seat_minutes,seat_capacity
        S01,暖心驿站，北大街,2026-07-06,10:00,11:00,staffed,1,0,4,40,60,600
        S01,暖心驿站，北大街,2026-07-06,20:00,21:00,self-service,0,0,0,10,0,600
        S02,"Bank ""East""",2026-07-06,09:00,10:00,staffed,1,60,3,30,45,600

        """#)
  }

  @Test func hoursHaveOneRowAPerson() {
    #expect(
      fixture.report.hoursTable(fixture.scenario).csv(CSVWriter(), english) == """
        staff,name,contract,duties,hours,normal_hours,overtime_hours,night_hours,weekend_hours,holiday_hours,weekend_points,evening_points,early_points,hot_points
        P2,李 梅,usw,1,3.00,3.00,0.00,0.00,0.00,0.00,0,0,0,0
        P1,'=王强,usw,1,5.00,5.00,0.00,0.00,0.00,0.00,0,0,0,0
        P3,Ann,usw,1,3.00,3.00,0.00,3.00,0.00,0.00,0,1,0,0

        """)
  }

  @Test func shortagesNameWhatIsMissingAndItsPrice() {
    let table = fixture.report.shortageTable(fixture.scenario, demand: fixture.demand)
    let shown = table.rows.map { Array($0[0...9]) }
    let (visits, unit) = (
      ReportTable.Cell.word("visits", Message("report.term.visits")),
      ReportTable.Cell.word("visits", Message("report.unit.visits"))
    )
    #expect(
      shown == [
        [
          visits, .text("G1"), .text("Group G1"), .text("2026-07-06"), .text("10:00"), .text("11:00"), .count(6),
          .count(2), unit, .hundredths(200),
        ],
        [
          visits, .text("G1"), .text("Group G1"), .text("2026-07-07"), .text("10:00"), .text("11:00"), .count(6),
          .count(6), unit, .hundredths(600),
        ],
      ])
  }

  @Test func everySideOfThePlanLinesUp() {
    #expect(
      fixture.document.stationDutyTable.textTable(chinese) == """
        各站在岗
        驿站  驿站名称          日期        星期  开始     结束     人员  姓名   小时
        ----  ----------------  ----------  ----  -------  -------  ----  -----  ----
        S01   暖心驿站，北大街  2026-07-06  周一  10:00    13:00    P1    =王强  3.00
        S01   暖心驿站，北大街  2026-07-06  周一  22:00    24:00    P3    Ann    2.00
        S01   暖心驿站，北大街  2026-07-06  周一  00:00+1  01:00+1  P3    Ann    1.00
        S02   Bank "East"       2026-07-06  周一  08:00    10:00    P1    =王强  2.00

        """)
    #expect(
      fixture.document.dayTable.textTable(english) == """
        Day by day
        date        weekday  start    end      station  station_name      vehicle  staff  name   hours
        ----------  -------  -------  -------  -------  ----------------  -------  -----  -----  -----
        2026-07-06  Mon      08:00    10:00    S02      Bank "East"                P1     =王强   2.00
        2026-07-06  Mon      09:00    12:00                               V1       P2     李 梅   3.00
        2026-07-06  Mon      10:00    13:00    S01      暖心驿站，北大街           P1     =王强   3.00
        2026-07-06  Mon      22:00    24:00    S01      暖心驿站，北大街           P3     Ann     2.00
        2026-07-06  Mon      00:00+1  01:00+1  S01      暖心驿站，北大街           P3     Ann     1.00

        """)
  }

  @Test func jsonRowsHaveStableKeysAndRealNumbers() {
    let table = fixture.document.personTable
    let first = ReportTable(name: table.name, columns: table.columns, rows: [table.rows[0]])
    #expect(
      CanonicalJSON.compact(first.json)
        == #"[{"date":"2026-07-06","end":"12:00","hours":3,"name":"李 梅","staff":"P2","start":"09:00","station":null,"#
        + #""station_name":null,"vehicle":"V1","weekday":"mon"}]"#)
  }

  @Test func everyColumnHasItsIdAsEnglishHeadingAndOneChineseHeading() {
    let tables = [
      fixture.document.rotaTable, fixture.document.openingTable, fixture.document.runTable,
      fixture.document.personTable, fixture.document.stationDutyTable, fixture.document.dayTable,
      fixture.report.coverageTable(fixture.scenario), fixture.report.hoursTable(fixture.scenario),
      fixture.report.shortageTable(fixture.scenario, demand: fixture.demand),
    ]
    for table in tables {
      for column in table.columns { #expect(english.text("report.column.\(column.id)") == column.id) }
      let headings = table.columns.map { chinese.text("report.column.\($0.id)") }
      #expect(Set(headings).count == headings.count, "\(table.name)")
    }
    for term in ObjectiveTerm.allCases { #expect(!english.text("report.term.\(term.rawValue)").hasPrefix("[[")) }
  }
}
