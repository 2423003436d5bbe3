import Foundation
import Testing

@Suite struct ProcessTests {
  private let shell = URL(fileURLWithPath: "/bin/sh")

  @Test func bothStreamsMayBeLongerThanAPipeHolds() throws {
    let script = "head -c 300000 /dev/zero; head -c 200000 /dev/zero >&2; exit 5"
    let outcome = try RotaProcess.run(shell, ["-c", script])
    #expect(outcome.output.count == 300_000)
    #expect(outcome.errors.count == 200_000)
    #expect(outcome.status == 5)
  }

  @Test func inputLongerThanAPipeHoldsComesBack() throws {
    let text = String(repeating: "暖心驿站\n", count: 40_000)
    let outcome = try RotaProcess.run(shell, ["-c", "cat"], input: text)
    #expect(outcome.outputText == text)
    #expect(outcome.status == 0)
  }

  @Test func aProgramThatIgnoresItsInputIsNoTrouble() throws {
    let outcome = try RotaProcess.run(
      shell, ["-c", "printf '%s' \"$GREETING\"; kill -KILL $$"], input: String(repeating: "x", count: 200_000),
      environment: ["GREETING": "你好"])
    #expect(outcome.outputText == "你好")
    #expect(outcome.errorText == "")
    #expect(outcome.status == 128 + 9)
  }

  @Test func rotaShowsItsHelpOnStandardOutput() throws {
    let outcome = try RotaProcess.rota(["--help"], folder: "/")
    #expect(outcome.status == 0)
    #expect(outcome.outputText.hasPrefix("OVERVIEW: "))
    #expect(outcome.errorText == "")
  }

  @Test func theVersionIsTheNewestOfTheChangelog() throws {
    let changelog = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../CHANGELOG.md")
    let newest = try #require(try String(contentsOf: changelog, encoding: .utf8).firstMatch(of: /\n## (\d\S*)/))
    let outcome = try RotaProcess.rota(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.outputText == newest.1 + "\n")
    #expect(outcome.errorText == "")
  }

  @Test func wrongUsageEndsWith64AndSaysSoOnStandardError() throws {
    let outcome = try RotaProcess.rota(["--no-such-option"])
    #expect(outcome.status == 64)
    #expect(outcome.outputText == "")
    #expect(outcome.errorText.contains("--no-such-option"))
  }
}
