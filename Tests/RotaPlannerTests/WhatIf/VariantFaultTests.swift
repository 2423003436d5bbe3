import Testing

@testable import RotaPlanner

/// What a variant names and the scenario has not, in the exact words, with the variant's file and line.
@Suite("Faults of a variant")
struct VariantFaultTests {
  @Test(
    "Each fault is reported at its place in the variant",
    arguments: [
      (
        "- heat: {2026-08-01: 40, mon: warm}",
        """
        v.yaml:2:10: error E604: "2026-08-01" is no planned day (2026-07-06 to 2026-07-12)
          fix: write a planned date, or a day of the week such as wed
        v.yaml:2:31: error E204: mon is "warm", expected a number from -60 to 60
          fix: write digits only, with "." before the decimals
        2 errors, 0 warnings
        """
      ),
      (
        "- close: {station: s3, from: mon}",
        """
        v.yaml:2:20: error E602: table "stations" has no row with id = s3
          fix: use one of: s1, s2
        1 error, 0 warnings
        """
      ),
      (
        "- absent: {staff: [p1, P2], from: wed, until: mon}",
        """
        v.yaml:2:47: error E307: "until": 2026-07-06 lies before the start, 2026-07-08
          fix: swap or correct the dates
        1 error, 0 warnings
        """
      ),
      (
        "- absent: {staff: [p1, P2], from: wed}",
        """
        v.yaml:2:24: error E602: table "staff" has no row with id = P2
          fix: did you mean "p2"?
        1 error, 0 warnings
        """
      ),
      (
        "- set: {table: staton, id: s1, cells: {seats: 1}}",
        """
        v.yaml:2:16: error E301: there is no table "staton"
          fix: did you mean "stations"?
        1 error, 0 warnings
        """
      ),
      (
        "- set: {table: stations, id: s1, cells: {seat: 1}}",
        """
        v.yaml:2:42: error E122: table "stations" has no column "seat"
          fix: did you mean "seats"?
        1 error, 0 warnings
        """
      ),
      (
        "- set: {table: stations, id: s1, cells: {seats: 1, 座位: 2}}",
        """
        v.yaml:2:52: error E123: column "seats" occurs more than once, here as "座位"
          fix: keep one of them
        1 error, 0 warnings
        """
      ),
      (
        "- set: {table: stations, id: s1, cells: {座位: many}}",
        """
        v.yaml:2:46: error E202: 座位 is "many", expected a whole number from 1 to 10000
          fix: write digits only
        1 error, 0 warnings
        """
      ),
      (
        "- set: {table: pins, where: {kind: closed, station: s2}, cells: {hours: 9-10}}",
        """
        v.yaml:2:29: error E602: table "pins" has no row with kind = closed, station = s2
          fix: each of these occurs, but never in one row; check them
        1 error, 0 warnings
        """
      ),
      (
        "- haet: {mon: 40}",
        """
        v.yaml:2:3: error E113: unknown key "changes[1].haet"
          fix: did you mean "heat"?
        1 error, 0 warnings
        """
      ),
      (
        "- {heat: {mon: 40}, budget: 5}",
        """
        v.yaml:2:3: error E601: exactly one of these keys belongs here: heat, close, absent, shift, budget, set, add, \
        remove; found: heat, budget
          fix: keep one; write several changes as several items
        1 error, 0 warnings
        """
      ),
      (
        "- remove: {table: stations}",
        """
        v.yaml:2:11: error E601: exactly one of these keys belongs here: id, where; found: none
          fix: keep one; write several changes as several items
        1 error, 0 warnings
        """
      ),
      (
        "- budget: 90%",
        """
        v.yaml:2:11: error E204: changes[1].budget is "90%", expected a percentage with its sign such as -10%, an \
        amount in yuan, or none (no cap)
          fix: write a percentage with its sign, such as -10% or +5%, with one decimal at most
        1 error, 0 warnings
        """
      ),
      (
        "- shift: {table: stations, id: s1, column: seats, by: -1h}",
        """
        v.yaml:2:44: error E606: "stations.seats" holds no weekly hours that can be shifted
          fix: use one of: stations.host_hours, stations.promised_hours, stations.self_service, staff.available, \
        sites.windows, vehicles.slots
        1 error, 0 warnings
        """
      ),
      (
        "- shift: {table: stations, id: s1, column: promised_hours, end: -8h}",
        """
        v.yaml:2:44: error E607: shifted like that, hours of "s1" in promised_hours (mon-fri 9:00-17:00) would be empty
          fix: shift by less, or write the hours with set
        1 error, 0 warnings
        """
      ),
      (
        "- shift: {table: stations, id: s1, column: promised_hours, by: 25h}",
        """
        v.yaml:2:64: error E210: changes[1].shift.by is "25h", expected a length of time with its sign, at most a day, \
        such as -2h (earlier) or +30 (30 minutes later)
          fix: write minutes such as 90, or 1h30
        1 error, 0 warnings
        """
      ),
      (
        "- add: {table: stations, like: s1, rows: [{id: s2}, {座位: 3}]}",
        """
        v.yaml:2:48: error E603: table "stations" has a row whose id is "s2" already
          fix: give the new row another id, or change the old one with set
        v.yaml:2:53: error E603: table "stations" has a row whose id is "s1" already
          fix: give the new row another id, or change the old one with set
        2 errors, 0 warnings
        """
      ),
      (
        "- add: {table: staff, rows: [{class: volunter}]}",
        """
        v.yaml:2:30: error E201: id is empty, expected an id of at most 64 characters without ; | 、 , or line breaks
          fix: fill in the cell
        1 error, 0 warnings
        """
      ),
      (
        "- add: {table: staff, rows: [{id: p9, class: volunter}]}",
        """
        v.yaml:2:46: error E301: there is no staff class "volunter"
          fix: did you mean "volunteer"?
        1 error, 0 warnings
        """
      ),
      (
        "- remove: {table: staff, id: p3}",
        """
        v.yaml:2:30: error E608: "p3" is removed, but 1 place still names it, first pins.csv:3:9
          fix: change or remove those as well in this variant; to shut a station, close it
        1 error, 0 warnings
        """
      ),
      (
        "",
        """
        v.yaml:1:1: error E115: "changes" is missing, expected a list (each item begins with "- ")
          fix: add a line for "changes"
        1 error, 0 warnings
        """
      ),
    ])
  func exactText(changes: String, expected: String) throws {
    #expect(try VariantText.faults(changes) == expected)
  }

  @Test("A fault that shows in a cell which the variant did not touch is reported at the change of its row")
  func causedElsewhere() throws {
    let stations = "id,host_hours,minimum_staff,maximum_staff\ns1,daily 8-20,2,3\n"
    let text = try VariantText.faults(
      "- budget: 5\n- set: {table: stations, id: s1, cells: {maximum_staff: 1}}",
      files: [
        "stations.csv": stations, "pins.csv": "kind,date\n", "worker_groups.csv": "id,trade,headcount\ng1,rider,4\n",
      ])
    #expect(
      text == """
        v.yaml:3:57: error E306: "s1": minimum_staff 2 is more than maximum_staff 1
          fix: lower the first or raise the second
        1 error, 0 warnings
        """)
  }

  @Test("A percentage of no budget is a fault")
  func noBudget() throws {
    let text = try VariantText.faults("- budget: -10%", files: ["scenario.yaml": "first_day: 2026-07-06\n"])
    #expect(
      text == """
        v.yaml:2:11: error E605: the scenario has no budget to take a percentage of
          fix: write an amount in yuan, or set budget in scenario.yaml
        1 error, 0 warnings
        """)
  }

  @Test("A file that is not there is named as the user named it")
  func noFile() {
    #expect(throws: ScenarioError.self) { try Variant.read("no/such.yaml") }
    do throws(ScenarioError) { _ = try Variant.read("no/such.yaml") } catch {
      #expect(
        MessageCatalogue(.english).text(error.list) == """
          no/such.yaml: error E101: file "such.yaml" does not exist
            fix: check the path; a variant is a YAML file as docs/what-if.md shows
          1 error, 0 warnings
          """)
    }
  }
}
