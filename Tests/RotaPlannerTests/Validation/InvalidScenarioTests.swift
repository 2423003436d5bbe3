import Foundation
import Testing

@testable import RotaPlanner

/// Scenario folders that are faulty. Each folder of `Fixtures/Invalid` holds the files that differ from `_base`, and
/// `expected.txt` with the messages in both languages. To record them anew, set ROTA_RECORD=1; recording fails the run.
struct InvalidScenarioTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Fixtures/Invalid").standardized.path

  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { !$0.hasPrefix("_") }.sorted()

  /// Codes that need more than files of a folder; each has a test of its own.
  static let testedElsewhere: Set<IssueCode> = [
    .fileTooLarge, .folderMissing, .inputUnreadable, .inputTooLong, .outputFailed, .outputExists, .outputForeign,
    .outputNotReplaceable, .outputRefused, .outputWrongKind, .outputKept, .outputLeftOver, .planSyntax, .planFormat,
    .planMember, .planUnknownID, .planEndBeforeStart,
    .planPlace, .planNoDeliverySlot, .planOffGrid, .planOtherScenario, .planUnknownDemand, .variantNotOne,
    .variantNoRow, .variantRowExists, .variantDay, .variantNoBudget, .variantNoHours, .variantHoursWrong,
    .variantLeavesNames, .planMissing, .planOfInstance, .beyondTheMachine,
    .benchmarkUnknown, .benchmarkSection, .benchmarkFields, .benchmarkValue, .benchmarkTwice, .benchmarkUnknownID,
    .benchmarkUnknownSection, .benchmarkIncomplete, .benchmarkOutside, .planUnknownMember, .planTwice, .planGapWrong,
    .planRowOnlyInTable, .planRowOnlyInPlan, .planTextDisagrees, .planFiguresOld,
  ]

  @Test(arguments: cases) func everyFaultIsReportedInTheExactWords(name: String) throws {
    let folder = try TemporaryFolder()
    try Self.copy("_base", to: folder.path)
    try Self.copy(name, to: folder.path)
    let messages = Self.messages(folder.path)
    let file = Self.root + "/" + name + "/expected.txt"
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] != nil {
      try Data(messages.utf8).write(to: URL(fileURLWithPath: file))
      Issue.record("recorded \(name)")
    } else {
      #expect(messages == (try? String(contentsOfFile: file, encoding: .utf8)))
    }
  }

  @Test func theBaseIsValid() throws {
    let loaded = try LoadedScenario.read(folder: Self.root + "/_base")
    #expect(loaded.warnings.issues.isEmpty)
  }

  @Test func everyCodeHasAnExampleAndAnExplanation() throws {
    #expect(Self.cases.count >= 40)
    let expected = Self.cases.compactMap {
      try? String(contentsOfFile: Self.root + "/\($0)/expected.txt", encoding: .utf8)
    }.joined()
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/errors.md")
    let explained = try String(contentsOf: page, encoding: .utf8)
    for code in IssueCode.allCases {
      #expect(explained.contains("| \(code.rawValue) |"), "\(code.rawValue) is not in docs/errors.md")
      let hasExample = expected.contains(" \(code.rawValue): ")
      #expect(hasExample != Self.testedElsewhere.contains(code), "\(code.rawValue)")
    }
    let codes = Set(IssueCode.allCases.map(\.rawValue))
    for match in explained.matches(of: #/\| ([EW][0-9]{3}) \|/#) { #expect(codes.contains(String(match.1))) }
  }

  private static func messages(_ folder: String) -> String {
    let list: IssueList
    do { list = try LoadedScenario.read(folder: folder).warnings } catch { list = error.list }
    return Language.allCases.reversed().map { MessageCatalogue($0).text(list) }.joined(separator: "\n\n") + "\n"
  }

  private static func copy(_ name: String, to folder: String) throws {
    let source = root + "/" + name
    for file in try FileManager.default.contentsOfDirectory(atPath: source) where file != "expected.txt" {
      try? FileManager.default.removeItem(atPath: folder + "/" + file)
      try FileManager.default.copyItem(atPath: source + "/" + file, toPath: folder + "/" + file)
    }
  }
}
