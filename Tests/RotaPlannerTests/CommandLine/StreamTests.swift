import Foundation
import Testing

@testable import RotaPlanner

/// Standard streams that are closed, odd or endless, places that cannot be written, and paths that are no text, as a shell gives them.
@Suite("Streams and places") struct StreamTests {
  private let folder: TemporaryFolder
  private let tiny = shippedScenarios.appendingPathComponent("tiny").path

  init() throws { folder = try TemporaryFolder() }

  /// Runs a shell's command line in which `$ROTA` is the program and `$TINY` a scenario.
  private func shell(_ line: String) throws -> ProcessOutcome {
    try RotaProcess.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line],
      environment: ["ROTA": RotaProcess.executable.path, "TINY": tiny], folder: folder.path)
  }

  @Test(
    "Input that cannot be read is told with its code, in place of an abort",
    arguments: [("<&-", "E108"), ("</", "E108"), ("</dev/zero", "E109"), ("</dev/null", "E1")])
  func input(stream: String, code: String) throws {
    for command in ["show -", "check \"$TINY\" -"] {
      let outcome = try shell("exec \"$ROTA\" \(command) --lang en \(stream)")
      #expect(outcome.status == 2, "\(command) \(stream)")
      #expect(outcome.errorText.contains("error \(code)"), "\(outcome.errorText)")
    }
  }

  @Test("Output that cannot be written is told, and no file takes its place")
  func output() throws {
    for stream in [">&-", ">/dev/full"] {
      let outcome = try shell("exec \"$ROTA\" validate \"$TINY\" --lang en \(stream)")
      #expect(outcome.status == 1)
      #expect(outcome.errorText.hasPrefix("error E110: the result could not be written: "))
    }
    #expect(try shell("exec \"$ROTA\" init new -q <&- >&- 2>&-").status == 0)
    #expect(try folder.read("new/scenario.yaml").contains("first_day"))
  }

  @Test(
    "Where nothing can be written is told before the search",
    arguments: [
      ("ln -s nowhere link", "link", "E518"), (":", "/proc/plan", "E517"), (":", "missing/plan", "E517"),
      ("touch file", "file", "E518"), (":", ".", "E516"), ("mkdir d; touch d/notes", "d", "E515"),
    ])
  func place(setUp: String, place: String, code: String) throws {
    let plan = try shell("\(setUp); exec \"$ROTA\" plan \"$TINY\" -o \(place) --force --lang en --progress jsonl")
    #expect(plan.status == 2)
    #expect(plan.outputText == "")
    #expect(plan.errorText.hasPrefix("error \(code): "), "\(plan.errorText)")
    #expect(!plan.errorText.contains("{"))
  }

  @Test("A model goes into a file, a device or a pipe, and a missing folder is the user's to make")
  func model() throws {
    #expect(try shell("\"$ROTA\" model \"$TINY\" -o m.mps && \"$ROTA\" model \"$TINY\" -o m.mps").status == 0)
    let text = try folder.read("m.mps")
    #expect(try shell("\"$ROTA\" model \"$TINY\" -o /dev/stdout").outputText == text)
    let missing = try shell("\"$ROTA\" model \"$TINY\" -o no/m.mps --lang en")
    #expect(missing.status == 2)
    #expect(missing.errorText.hasPrefix("error E517: \"no/\" cannot be written: No such file or directory\n"))
    #expect(folder.names == ["m.mps"])
  }

  @Test("Paths that are no UTF-8 are kept as they are")
  func bytes() throws {
    let outcome = try shell(
      """
      s=$(printf 's\\351'); p=$(printf 'p\\326\\334'); cp -r "$TINY" "$s" || exit 9
      "$ROTA" plan "$s" -o "$p" --lang en && "$ROTA" plan "$s" -o "$p" --force -q >/dev/null && "$ROTA" check "$s" "$p/rota.csv" -q &&
      test -f "$p/plan.json" && ls -A | wc -l
      """)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("plan written to p\\xD6\\xDC\n"))
    #expect(outcome.outputText.hasSuffix("\n2\n"))
  }

  @Test("Names and arguments cannot steer the terminal")
  func controls() throws {
    let evil = "x\u{1B}[2J\u{202E}"
    for arguments in [
      ["validate", evil], ["plan", tiny, "--seed", evil], ["show", evil], [evil], ["demand", tiny, "--station", evil],
    ] {
      let outcome = try RotaProcess.rota(arguments, folder: folder.path)
      #expect(outcome.status != 0)
      #expect(!outcome.errorText.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(arguments)")
      #expect(outcome.errorText.contains("\\x1B[2J"), "\(outcome.errorText)")
    }
  }

  @Test("A variant whose name is no folder's is refused before anything is planned")
  func variant() throws {
    for name in ["...yaml", "..yaml", ".yaml"] {
      try folder.write("changes:\n  - remove: {table: staff, id: P1}\n", to: name)
      let outcome = try RotaProcess.rota(["whatif", tiny, name, "-o", "out"], folder: folder.path)
      #expect(outcome.status == 64, "\(name)")
      #expect(outcome.errorText.contains("names that a folder can have"))
    }
    #expect(!folder.names.contains("out"))
  }

  @Test("A plan in a European spreadsheet's form is read back as the same rota")
  func european() throws {
    let outcome = try shell(
      """
      "$ROTA" plan "$TINY" -o a -q > /dev/null && "$ROTA" plan "$TINY" -o b -q --excel --decimal-comma > /dev/null &&
      "$ROTA" plan "$TINY" -o c -q --delimiter tab > /dev/null || exit 9
      for p in a b c; do "$ROTA" show $p/rota.csv --by person --format json > $p.json; done
      cmp a.json b.json && cmp a.json c.json && head -n 2 b/hours.csv && "$ROTA" show b --format csv --delimiter ';' | head -n 1
      """)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.outputText.hasPrefix("\u{FEFF}sep=;\r\nstaff;name;contract;duties;hours;"))
    #expect(try folder.read("b/hours.csv").contains(";\"12,00\";"))
    #expect(outcome.outputText.contains("\nstation;"))
  }
}
