import Foundation
import Testing

@testable import RotaEngine
@testable import RotaCLI
@testable import RotaPlanner

@Suite struct ConsoleTests {
  private let plain = ColourRules(isRefused: false, environment: ["TERM": "xterm"])

  /// Runs `body` with a console on two files and gives back what they hold.
  private func captured(isQuiet: Bool = false, _ body: (Console) -> Void) throws -> (output: String, errors: String) {
    let folder = try TemporaryFolder()
    let output = open(folder.path + "/output", O_CREAT | O_WRONLY, 0o600)
    let errors = open(folder.path + "/errors", O_CREAT | O_WRONLY, 0o600)
    body(Console(isQuiet: isQuiet, colours: plain, output: output, errors: errors))
    close(output)
    close(errors)
    return (try folder.read("output"), try folder.read("errors"))
  }

  @Test func resultsGoToOutputAndTheRestToErrors() throws {
    let text = try captured { console in
      console.result("结果,1\n")
      console.note("note")
      console.warn("warning")
      console.fail("failure")
      console.showProgress("never shown where there is no terminal")
      console.record("{}")
      #expect(console.finish() == nil)
    }
    #expect(text.output == "结果,1\n")
    #expect(text.errors == "note\nwarning\nfailure\n{}\n")
  }

  @Test func quietKeepsResultsWarningsAndFailures() throws {
    let text = try captured(isQuiet: true) { console in
      console.note("note")
      console.warn("warning")
      console.fail("failure")
      console.result("result\n")
      #expect(console.finish() == nil)
    }
    #expect(text.output == "result\n")
    #expect(text.errors == "warning\nfailure\n")
  }

  @Test func nothingInAMessageSteersTheTerminal() throws {
    let text = try captured { console in
      console.note("a\u{1B}[2J\nb")
      console.warn("\u{202E}c")
      console.fail("d\u{9B}")
    }
    #expect(text.errors == "a\\x1B[2J\nb\n\\u202Ec\nd\\u009B\n")
  }

  @Test func longResultsArriveWhole() throws {
    let line = String(repeating: "站", count: 333) + "\n"
    let text = try captured { console in
      for _ in 0..<1000 { console.result(line) }
      #expect(console.finish() == nil)
    }
    #expect(text.output == String(repeating: line, count: 1000))
  }

  @Test func aReaderWhoHasReadEnoughIsNoFailure() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let console = Console(isQuiet: false, colours: plain, output: ends[1], errors: ends[1])
    for _ in 0..<10 { console.result(String(repeating: "x", count: 50_000)) }
    #expect(console.finish() == nil)
    close(ends[1])
  }

  @Test func aFullDiskIsAFailure() {
    let full = open("/dev/full", O_WRONLY)
    let console = Console(isQuiet: false, colours: plain, output: full, errors: full)
    console.result("x")
    #expect(console.finish() == "No space left on device")
    close(full)
  }

  @Test(arguments: [
    (true, false, ["TERM": "xterm"], true), (false, false, ["TERM": "xterm"], false),
    (true, true, ["TERM": "xterm"], false), (true, false, ["TERM": "dumb"], false),
    (true, false, ["TERM": "xterm", "NO_COLOR": "1"], false), (true, false, ["TERM": "xterm", "NO_COLOR": ""], true),
    (true, false, [:], true),
  ])
  func colourNeedsATerminalAndNobodyAgainstIt(
    _ isTerminal: Bool, _ isRefused: Bool, _ environment: [String: String], _ isAllowed: Bool
  ) {
    let rules = ColourRules(isRefused: isRefused, environment: environment)
    #expect(rules.allowsColour(isTerminal: isTerminal) == isAllowed)
  }

  @Test func progressLineSaysWhatIsKnown() {
    let view = ProgressView(
      console: Console(isQuiet: false, colours: plain), style: .auto,
      words: .init(MessageCatalogue(.english)))
    #expect(
      view.line(ProgressReport(seconds: 65.9, best: 1294, bound: 1290.66, work: 9))
        == "1:05  best 1294  bound 1290.7  gap 0.26 %")
    #expect(
      view.line(ProgressReport(seconds: 0.2, best: nil, bound: nil, work: 0)) == "0:00  best -  bound -  gap -")
    #expect(
      view.line(ProgressReport(seconds: 600, best: 0, bound: 0, work: 0)) == "10:00  best 0  bound 0  gap 0 %")
  }

  @Test func progressForMachinesIsOneObjectALine() throws {
    let text = try captured(isQuiet: true) { console in
      let view = ProgressView(console: console, style: .jsonl, words: .init(MessageCatalogue(.chinese)))
      var effort = PlanningEffort()
      effort.pivots = 12
      effort.split[.simplex] = 0.50051
      view.show(ProgressReport(seconds: 1.23456, best: 1000, bound: 990, work: 7, effort: effort))
      view.show(ProgressReport(seconds: 2, best: nil, bound: -3.5, work: 8))
      view.finish()
    }
    #expect(
      text.errors == """
        {"best":1000,"bound":990,"columns":null,"gap":0.01,"nodes":null,"objective":1000,"pivots":12,"round":null,\
        "seconds":1.235,"split":{"bound":0,"check":0,"demand":0,"export":0,"first_plan":0,"loading":0,"model":0,\
        "pricing":0,"search":0,"simplex":0.501},"steps":null,"work":7}
        {"best":null,"bound":-3.5,"columns":null,"gap":null,"nodes":null,"objective":null,"pivots":null,"round":null,\
        "seconds":2,"split":{"bound":0,"check":0,"demand":0,"export":0,"first_plan":0,"loading":0,"model":0,\
        "pricing":0,"search":0,"simplex":0},"steps":null,"work":8}

        """)
  }

  @Test func aStopFlagIsRaisedOnceAndForGood() {
    let flag = StopFlag()
    #expect(!flag.isRaised)
    #expect(flag.raise())
    #expect(!flag.raise())
    #expect(flag.isRaised)
  }

  // An alarm in the process itself, and no `.timeLimit`: waiting for a thread behind other tests must not count.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func theFirstSignalAsksToStop(_ number: Int32) async {
    let result = await #expect(processExitsWith: .exitCode(7), observing: [\.standardErrorContent]) { [number] in
      alarm(60)
      let flag = StopFlag()
      Interruption.raises(flag, announcing: "stopping\n")
      kill(getpid(), number)
      for _ in 0..<10_000 where !flag.isRaised { usleep(1000) }
      exit(flag.isRaised ? 7 : 1)
    }
    let announced = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(announced.contains("stopping\n"))
  }

  @Test func aClosedTerminalIsNothingToWhoeverIgnoresIt() async {
    await #expect(processExitsWith: .exitCode(7)) {
      alarm(60)
      signal(SIGHUP, SIG_IGN)
      let flag = StopFlag()
      Interruption.raises(flag, announcing: "")
      kill(getpid(), SIGHUP)
      usleep(50_000)
      exit(flag.isRaised ? 1 : 7)
    }
  }

  @Test func theSecondSignalEndsAtOnce() async {
    await #expect(processExitsWith: .exitCode(130)) {
      alarm(60)
      let flag = StopFlag()
      Interruption.raises(flag, announcing: "")
      kill(getpid(), SIGINT)
      for _ in 0..<10_000 where !flag.isRaised { usleep(1000) }
      kill(getpid(), SIGINT)
      for _ in 0..<10_000 { usleep(1000) }
      exit(1)
    }
  }

  @Test func exitStatusesAreThePromisedOnes() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 64])
  }
}
