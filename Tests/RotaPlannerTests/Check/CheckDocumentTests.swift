import Foundation
import Testing

@testable import RotaPlanner

/// docs/check.md lists the clauses that there are, with what they count.
@Suite struct CheckDocumentTests {
  @Test func `every clause is listed once, in order, with its unit`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/check.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows = text.matches(of: #/\n\| `(R[0-9]{2}-[A-Za-z]+)` \| [^|]+ \| ([a-z]+) \|/#)
    #expect(rows.map { String($0.1) } == ViolationKind.allCases.map(\.rawValue))
    #expect(rows.map { String($0.2) } == ViolationKind.allCases.map(\.unit.rawValue))
  }

  @Test func `no page sends the reader to a source file for what a number means`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../docs")
    for name in ["scenario-format.md", "model.md", "check.md", "plan-format.md", "what-if.md", "clash.md", "errors.md"]
    {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains(".swift"), "\(name)")
    }
  }
}
