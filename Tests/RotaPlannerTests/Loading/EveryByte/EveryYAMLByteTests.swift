import Testing

@testable import RotaPlanner

/// Every value of `scenario.yaml`, of a rule set and of a variant is used, or named in a message: another valid one makes another scenario or is told,
/// rubbish is a fault at its line, and without it something else holds than with it.
@Suite struct EveryYAMLByteTests {
  enum File: String, CaseIterable {
    case settings = "scenario.yaml"
    case rules = "rules.yaml"
    case variant

    var source: String {
      switch self {
      case .settings: RichFolder.settings
      case .rules: RichFolder.rules
      case .variant: RichFolder.variant
      }
    }
  }

  @Test(arguments: File.allCases) func everyValueCounts(file: File) throws {
    let yaml = AnnotatedYAML(file.source)
    let trial = try FolderTrial(
      files: EveryTableByteTests.files, variant: file == .variant ? AnnotatedYAML(RichFolder.variant).text : nil)
    let base = try trial.read()
    #expect(!base.hasErrors, "\(MessageCatalogue(.english).text(IssueList(base.issues)))")
    var count = TrialCount(oneIn: 3)
    for (number, line) in yaml.lines.enumerated() where !line.others.isEmpty {
      for other in line.others where count.next() {
        let changed = try trial.read(replacing: file.rawValue, by: yaml.text(line: number, value: other))
        #expect(changed != base, "\(line.text) -> \(other) changes nothing")
      }
      if !line.isFree, count.next() {
        let faulty = try trial.read(replacing: file.rawValue, by: yaml.text(line: number, value: "\"@;@\""))
        let lines = faulty.issues.filter { $0.severity == .error }.compactMap { $0.location?.line }
        #expect(lines.contains(number + 1), "\(line.text): rubbish")
      }
      if !line.isDefault, count.next() {
        let blank = try trial.read(replacing: file.rawValue, by: yaml.text(line: number, value: ""))
        #expect(blank != base, "\(line.text): empty changes nothing")
      }
    }
    print("every byte: \(count.made) values of \(file.rawValue)")
  }
}
