import Foundation
import Testing

@testable import RotaPlanner

/// docs/scenario-format.md and the reader know the same tables, columns, keys and limits.
struct FormatDocumentTests {
  private static let schemas = ScenarioTables.schemas

  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = root.appendingPathComponent("../../../docs/scenario-format.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  private func section(_ table: String) -> Substring {
    guard let start = Self.page.range(of: "\n### \(table) ") else { return "" }
    let rest = Self.page[start.upperBound...]
    return rest[..<(rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex)]
  }

  @Test(arguments: schemas.indices) func everyColumnIsDocumentedWithItsChineseHeading(index: Int) {
    let schema = Self.schemas[index]
    let section = section(schema.name)
    let documented = section.matches(of: #/\n\| `([a-z_]+)` \| /#).map { String($0.1) }
    #expect(documented == schema.columns.map(\.id), "\(schema.name)")
    for column in schema.columns { #expect(section.contains("| `\(column.id)` | \(column.chinese) |")) }
  }

  @Test(arguments: schemas.indices) func noHeadingMeansTwoColumns(index: Int) {
    let schema = Self.schemas[index]
    for column in schema.columns {
      for heading in column.headings {
        #expect(schema.column(heading: heading)?.id == column.id, "\(schema.name): \(heading)")
      }
    }
  }

  @Test func everyKeyOfTheSettingsIsDocumented() {
    let issues = IssueCollector()
    let sections = [
      "calendar", "weights", "fairness", "heat", "walking", "travel", "delivery", "unknown",
    ]
    let source = "first_day: 2026-07-06\n" + sections.map { "\($0): {unknown: 1}\n" }.joined()
    YAMLDocument.read(Array(source.utf8), file: "s", issues: issues) { root in
      _ = SettingsDraft(root)
      var rules = HeatRules()
      _ = root.mapping("heat") { rules.apply($0) }
    }
    #expect(issues.issues.count == sections.count)
    for issue in issues.issues {
      guard case .text(let found)? = issue.found, case .list(let known)? = issue.arguments["known"] else { continue }
      let prefix = found.contains(".") ? found.prefix { $0 != "." } + "." : ""
      for case .text(let key) in known where !sections.contains(key) {
        #expect(Self.page.contains("| `\(prefix)\(key)` |"), "\(prefix)\(key)")
      }
    }
  }

  @Test func everyLimitIsDocumented() {
    let issues = IssueCollector()
    YAMLDocument.read(Array("unknown: 1\n".utf8), file: "s", issues: issues) { root in
      var draft = ContractDraft(limits: Contract(id: "x", ruleSet: "y"), words: [])
      draft.apply(root, house: nil)
    }
    guard case .list(let known)? = issues.issues.first?.arguments["known"] else {
      Issue.record("no keys")
      return
    }
    #expect(known.count > 25)
    for case .text(let key) in known { #expect(Self.page.contains("`\(key)`"), "\(key)") }
  }
}
