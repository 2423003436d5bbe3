import Testing

@testable import RotaPlanner

@Suite("Checks of multi-activity rosters")
struct MultiActivityCheckTests {
  private let english = MessageCatalogue(.english)

  /// A week with two tasks that wants nobody, one person of 0 to 6,000 minutes.
  private func instance(minutes: String = "0,6000", cover: String = "") throws -> MultiActivityInstance {
    try MultiActivityInstance(
      text: """
        SECTION_HORIZON
        7
        SECTION_TASKS
        2
        SECTION_STAFF
        A,\(minutes)
        SECTION_COVER
        \(cover)
        """)
  }

  private func check(_ rows: String, minutes: String = "0,6000", cover: String = "") throws -> MultiActivityCheck {
    let roster = try MultiActivityRoster(csv: "staff,day,start,end,task\n" + rows)
    return MultiActivityCheck(roster, of: try instance(minutes: minutes, cover: cover))
  }

  @Test("Shifts at the edges of every rule are lawful")
  func edgesAreLawful() throws {
    let rows = """
      A,1,06:00,07:00,1
      A,1,07:00,08:00,2
      A,1,08:00,12:00,1
      A,2,10:00,20:00,1
      A,3,10:00,16:00,2
      A,4,18:00,00:00,1
      A,5,20:00,02:00,1
      A,7,00:00,06:00,1
      A,7,20:00,06:00,1
      """
    let check = try check(rows, minutes: "3000,3000")
    #expect(
      check.violations == [
        MultiActivityCheck.Violation(
          rule: .oneStart, staff: "A", text: Message("check.published.twoStarts", ["day": 7]))
      ])
    // Nobody is wanted anywhere: each quarter on duty is one too many.
    #expect(check.penalty == 3000 / 15)
  }

  @Test(
    "Each rule is found broken by itself",
    arguments: [
      ("B,1,06:00,12:00,1", MultiActivityCheck.Rule.known), ("A,1,06:00,12:00,3", .known),
      ("A,1,06:10,12:10,1", .quarters), ("A,1,00:00,06:00,1", .horizon), ("A,8,00:00,06:15,1", .horizon),
      ("A,1,06:00,12:00,1\nA,1,08:00,09:00,2", .overlap), ("A,1,06:00,11:45,1", .length),
      ("A,1,06:00,16:15,1", .length), ("A,1,10:15,16:15,1", .startTime), ("A,2,00:15,06:15,1", .startTime),
      ("A,1,18:15,00:15,1", .startTime), ("A,1,19:45,02:00,1", .startTime),
      ("A,2,00:00,06:00,1\nA,2,20:00,02:00,1", .oneStart),
      ("A,1,10:00,16:15,1\nA,2,06:00,12:00,1", .rest),
      ("A,1,06:00,06:45,1\nA,1,06:45,12:00,2", .stretch),
      (
        (1...6).map { "A,\($0),08:00,14:00,1" }.joined(separator: "\n"), .daysInARow
      ),
    ])
  func eachRuleIsFound(rows: String, rule: MultiActivityCheck.Rule) throws {
    let violations = try check(rows).violations
    #expect(Set(violations.map(\.rule)) == [rule])
    for language in [Language.chinese, .english] {
      for violation in violations {
        let text = MessageCatalogue(language).text(violation.text)
        #expect(!text.contains("[[") && !text.contains("{"), "\(text)")
      }
    }
  }

  @Test("Minutes outside a person's limits are found on both sides")
  func minutesAreFound() throws {
    let few = try check("A,1,06:00,12:00,1", minutes: "375,600")
    #expect(few.violations.map { english.text($0.text) } == ["360 minutes, should be 375 to 600"])
    let many = try check("A,1,06:00,12:00,1", minutes: "0,345")
    #expect(many.violations.map(\.rule) == [.minutes])
  }

  @Test("Missing cover is a violation, surplus costs its square")
  func coverIsCounted() throws {
    let cover = "1,06:00-06:15,1,2,3\n1,06:15-06:30,1,0,0\n1,06:30-06:45,1,1,1"
    let check = try check("A,1,06:00,12:00,1", cover: cover)
    #expect(check.violations.map { english.text($0.text) } == ["task 1 at day 1 06:00: 1 present, at least 2"])
    #expect(check.missing == 1)
    #expect(check.penalty == 22)
  }

  @Test("Two rows of the same task that touch are one stretch")
  func touchingRowsAreOneStretch() throws {
    #expect(try check("A,1,06:00,06:30,1\nA,1,06:30,12:00,1").violations.isEmpty)
  }
}
