import Foundation
import Testing

@testable import RotaPlanner

/// `rota plan` and `rota check` on files of the published formats.
@Suite("Published instances")
struct PublishedInstanceTests {
  /// One person, who would like both days, and a wish against the second: the best penalty is 3.
  private static let shifts = """
    SECTION_HORIZON
    2
    SECTION_SHIFTS
    D,480,
    SECTION_STAFF
    A,D=2,960,0,5,1,1,1
    SECTION_DAYS_OFF
    SECTION_SHIFT_ON_REQUESTS
    SECTION_SHIFT_OFF_REQUESTS
    A,1,D,3
    SECTION_COVER
    0,D,1,100,1
    1,D,1,100,1
    """

  /// One person, who must work an hour more than anybody is wanted on task 2: the best penalty is 4.
  static let tasks =
    (["SECTION_HORIZON", "1", "SECTION_TASKS", "2", "SECTION_STAFF", "A,420,420", "SECTION_COVER"]
    + (24..<120).flatMap { quarter in
      let clock = [quarter, quarter + 1].map { clockText($0 % 96 * 15) }.joined(separator: "-")
      let isWanted = quarter < 48
      return (1...2).map { "\(quarter / 96 + 1),\(clock),\($0),\(isWanted && $0 == 2 ? "1,1" : "0,0")" }
    }).joined(separator: "\n")

  private func run(_ text: String, _ arguments: String...) throws -> (outcome: ProcessOutcome, folder: TemporaryFolder)
  {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/instance.txt"))
    let outcome = try RotaProcess.rota(
      ["plan", "instance.txt", "-o", "out", "--time-limit", "20", "--lang", "en"] + arguments, folder: folder.path)
    return (outcome, folder)
  }

  private func contents(_ file: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path + "/out/" + file, encoding: .utf8)
  }

  @Test("A shift-scheduling file is planned, written and checked")
  func shiftScheduling() throws {
    let (outcome, folder) = try run(Self.shifts)
    #expect(outcome.status == 0)
    #expect(outcome.outputText.hasPrefix("penalty 3, bound 3 (gap 0 %)\n\nRoster\nstaff  week  mon  tue"))
    #expect(try contents("roster.csv", folder) == "A,D,D\n")
    let json = try contents("plan.json", folder)
    for member in ["\"status\": \"optimal\"", "\"objective\": 3", "\"bound\": 3", "\"gap\": 0", "\"seed\": 1"] {
      #expect(json.contains(member + ","), "\(member)")
    }
    let check = try RotaProcess.rota(["check", "instance.txt", "out", "--lang", "en"], folder: folder.path)
    #expect(check.status == 0)
    #expect(check.outputText == "No violations.\n0 violations, penalty 3\n")
    #expect(check.errorText == "")
    try folder.write("A,D,-\n", to: "out/roster.csv")
    let edited = try RotaProcess.rota(["check", "instance.txt", "out", "--lang", "en"], folder: folder.path)
    #expect(edited.errorText.contains("warning W505: roster says \"A,D,D\", but it is \"A,D,-\""))
    try folder.write("A,D,D\n", to: "out/roster.csv")
    let shown = try RotaProcess.rota(["show", "out", "--lang", "en"], folder: folder.path)
    #expect(shown.outputText.hasPrefix("Roster\nstaff  week  mon  tue"))
  }

  @Test("A multi-activity file is planned, written and checked")
  func multiActivity() throws {
    let (outcome, folder) = try run(Self.tasks)
    #expect(outcome.status == 0)
    #expect(outcome.outputText.hasPrefix("penalty 4, bound 4 (gap 0 %)\n\nRoster\nstaff  day  start"))
    let check = try RotaProcess.rota(["check", "instance.txt", "out/roster.csv", "--lang", "en"], folder: folder.path)
    #expect(check.outputText == "No violations.\n0 violations, penalty 4\n")
    let csv = "staff,day,start,end,task\nA,1,06:00,11:00,2\n"
    let short = try RotaProcess.rota(["check", "instance.txt", "-"], input: csv, folder: folder.path)
    #expect(short.status == 5)
  }

  @Test("An existing plan is replaced with --force only")
  func replacing() throws {
    let (_, folder) = try run(Self.shifts)
    let again = ["plan", "instance.txt", "-o", "out", "--lang", "en"]
    #expect(try RotaProcess.rota(again, folder: folder.path).status == 2)
    #expect(try RotaProcess.rota(again + ["--force", "--format", "csv"], folder: folder.path).outputText == "A,D,D\n")
  }

  @Test("Rules that clash end with status 3 and a plan that says so")
  func infeasible() throws {
    for text in [
      Self.shifts.replacing("960,0,", with: "960,500,").replacing("D=2", with: "D=1"),
      Self.tasks.replacing("420,420", with: "425,430"),
    ] {
      let (outcome, folder) = try run(text)
      #expect(outcome.status == 3)
      #expect(outcome.outputText == "")
      #expect(try contents("plan.json", folder).contains("\"status\": \"infeasible\","))
    }
  }

  @Test(
    "A fault has a code and a line",
    arguments: [
      ("D,480,", "D,480,Q", "instance.txt:4: error E706: SECTION_SHIFTS has no \"Q\""),
      ("D,480,", "D,x", "instance.txt:4: error E704: field 2 is \"x\", expected a whole number from 1 to 10000"),
      ("D,480,", "D", "instance.txt:4: error E703: the line has 1 field, expected 2"),
      ("D,480,", "D,480,\nD,480,", "instance.txt:5: error E705: \"D\" appears twice"),
      ("SECTION_COVER", "SECTION_OTHER", "instance.txt:11: error E707: unknown section \"SECTION_OTHER\""),
      ("SECTION_DAYS_OFF\n", "", "instance.txt: error E702: SECTION_DAYS_OFF is missing or empty"),
      ("\n1,D,1,100,1", "", "instance.txt: error E708: the cover has 1 of 2 lines, the first without one is 1,D"),
      ("SECTION_SHIFTS", "VEHICLE", "instance.txt: error E701: \"instance.txt\" is of no published format"),
    ])
  func faults(old: String, new: String, message: String) throws {
    let (outcome, folder) = try run(Self.shifts.replacing(old, with: new))
    #expect(outcome.status == 2)
    #expect(outcome.errorText.hasPrefix(message), "\(outcome.errorText)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test("A roster that leaves somebody out, or names somebody unknown, is refused")
  func rostersAreComplete() throws {
    let instance = try PublishedInstance(Array(Self.shifts.utf8), file: "a.txt")
    for (text, code) in [
      ("", "E702"), ("B,D,D\n", "E706"), ("A,D,Q\n", "E706"), ("A,D,-\nA,D,D\n", "E705"), ("A,D\n", "E703"),
    ] {
      let fault = #expect(throws: ScenarioError.self) {
        try PublishedRoster(Array(text.utf8), file: "r.csv", of: instance)
      }
      #expect(fault?.list.issues.map(\.code.rawValue) == [code])
    }
  }
}
