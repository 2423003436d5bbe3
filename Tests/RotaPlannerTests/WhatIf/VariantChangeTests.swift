import Testing

@testable import RotaPlanner

/// Each kind of change gives the scenario that editing the files by hand gives.
@Suite("Changes of a variant")
struct VariantChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let changes: String
    let edited: [String: String]
    var testDescription: String { changes }
  }

  static let cases = [
    // Of three days one has a row, however its date is typed.
    Case(
      changes: "- heat: {mon: 38.5, 2026-07-08: 39}",
      edited: ["heat.csv": "date,maximum\n2026-07-06,38.5\n2026-07-07,32\n2026-07-08,39\n"]),
    Case(
      changes: "- close: {station: [s1, s2], from: wed, until: 2026-07-09, hours: 9:00-12:00}",
      edited: [
        "pins.csv": VariantText.files["pins.csv"]!
          + "closed,s1,,2026-07-08,9:00-12:00\nclosed,s1,,2026-07-09,9:00-12:00\n"
          + "closed,s2,,2026-07-08,9:00-12:00\nclosed,s2,,2026-07-09,9:00-12:00\n"
      ]),
    Case(
      changes: "- absent: {staff: p1;p2, from: 周五, until: 周日}\n- absent: {staff: p3, from: tue, hours: 8:00-9:00}",
      edited: [
        "availability.csv":
          "staff,date,until,hours\np1,2026-07-10,2026-07-12,\np2,2026-07-10,2026-07-12,\np3,2026-07-07,,8:00-9:00\n"
      ]),
    Case(
      changes: "- shift: {table: stations, id: s1, column: [promised_hours, 东道单位时间], start: -2h, end: +30}",
      edited: [
        "stations.csv": """
        id,street,host_hours,promised_hours,seats
        s1,Desheng,daily 6:00-20:30,mon-fri 7:00-17:30,12
        s2,Desheng,daily 0-24,daily 1:00-23:00,6

        """
      ]),
    // Longer than a day: round the clock.
    Case(
      changes: "- shift: {table: stations, id: s2, column: promised_hours, start: -2h, end: +1h}",
      edited: [
        "stations.csv": """
        id,street,host_hours,promised_hours,seats
        s1,Desheng,daily 8-20,mon-fri 9:00-17:00,12
        s2,Desheng,daily 0-24,daily 0-24,6

        """
      ]),
    // Over midnight to the day before, and over the default of an empty cell.
    Case(
      changes: "- shift: {table: staff, id: all, column: available, by: -10h}",
      edited: [
        "staff.csv":
          "id,class,available\np1,usw,daily 20:00-12:00\np2,volunteer,sat 3:00-7:00\np3,usw,daily 22:00-2:00\n"
      ]),
    Case(
      changes: "- budget: -12.5%",
      edited: ["scenario.yaml": "name: Base\nfirst_day: 2026-07-06\ndays: 7\nbudget: 875\n"]),
    Case(
      changes: "- budget: 1,200\n- budget: +10%",
      edited: ["scenario.yaml": "name: Base\nfirst_day: 2026-07-06\ndays: 7\nbudget: 1320\n"]),
    Case(changes: "- budget: none", edited: ["scenario.yaml": "name: Base\nfirst_day: 2026-07-06\ndays: 7\n"]),
    // A column that the table has under its Chinese heading, one that it has not, and an emptied cell.
    Case(
      changes: "- set: {table: stations, id: [s1, s2], cells: {seats: 20, 最多在岗: 3, promised_hours: }}",
      edited: [
        "stations.csv": """
        id,street,host_hours,promised_hours,seats,maximum_staff
        s1,Desheng,daily 8-20,,20,3
        s2,Desheng,daily 0-24,,20,3

        """
      ]),
    Case(
      changes: "- set: {table: pins, where: {kind: work, date: 2026/7/7}, cells: {hours: 10:00-12:00}}",
      edited: [
        "pins.csv":
          "kind,station,staff,date,hours\nclosed,s1,,2026-07-06,8:00-9:00\nwork,s2,p3,2026-07-07,10:00-12:00\n"
      ]),
    Case(
      changes: """
        - add: {table: stations, like: s1, rows: [{id: s3, 座位: 9}, {id: s4}]}
        - add: {table: reach, rows: [{group: g1, station: s3, walk: 4}]}
        """,
      edited: [
        "stations.csv": VariantText.files["stations.csv"]!
          + "s3,Desheng,daily 8-20,mon-fri 9:00-17:00,9\ns4,Desheng,daily 8-20,mon-fri 9:00-17:00,12\n",
        "reach.csv": "group,station,walk\ng1,s3,4\n",
      ]),
    Case(
      changes: "- remove: {table: pins, where: {staff: p3}}\n- remove: {table: staff, id: p3}",
      edited: [
        "pins.csv": "kind,station,staff,date,hours\nclosed,s1,,2026-07-06,8:00-9:00\n",
        "staff.csv": "id,class,available\np1,usw,\np2,volunteer,sat 13:00-17:00\n",
      ]),
    // A later change sees what an earlier one did.
    Case(
      changes: """
        - add: {table: staff, rows: [{id: p4, class: volunteer}]}
        - absent: {staff: p4, from: mon}
        - set: {table: availability, id: p4, cells: {hours: 8-9}}
        """,
      edited: [
        "staff.csv": VariantText.files["staff.csv"]! + "p4,volunteer,\n",
        "availability.csv": "staff,date,hours\np4,2026-07-06,8-9\n",
      ]),
  ]

  @Test("A variant equals the folder edited by hand", arguments: cases)
  func equalsHandEdit(item: Case) throws {
    let (changed, edited) = try VariantText.pair(item.changes, edited: item.edited)
    #expect(changed == edited)
    let (unchanged, _) = try VariantText.pair("- budget: 1000", edited: [:])
    #expect(changed != unchanged, "the change does nothing")
  }

  @Test("The scenario itself stays as it was, and the variant has a fingerprint of its own")
  func fingerprints() throws {
    let base = try ScenarioText.load(VariantText.files)
    let before = base.scenario
    let warm = try base.applying(VariantText.variant("- heat: {mon: 38}"))
    let hot = try base.applying(VariantText.variant("- heat: {mon: 39}"))
    #expect(base.scenario == before)
    #expect(Set([base, warm, hot].map(\.scenario.fingerprint)).count == 3)
    #expect(try base.applying(VariantText.variant("- heat: {mon: 38}")).scenario == warm.scenario)
  }

  @Test("Only the warnings that a variant brings are its own")
  func warnings() throws {
    let base = try ScenarioText.load(VariantText.files)
    #expect(base.warnings.issues.map(\.code) == [.forecastMissing])
    let same = try base.applying(VariantText.variant("- budget: 900"))
    #expect(same.warnings(beyond: base).issues == [])
    let early = try base.applying(
      VariantText.variant("- shift: {table: stations, id: s1, column: promised_hours, start: -2h}"))
    let new = early.warnings(beyond: base)
    #expect(
      MessageCatalogue(.english).text(new) == """
        v.yaml:2:44: warning W401: part of the promised hours of station "s1" lies outside host hours and cannot be kept
          fix: correct the promise, or agree longer hours with the host
        0 errors, 1 warning
        """)
  }
}
