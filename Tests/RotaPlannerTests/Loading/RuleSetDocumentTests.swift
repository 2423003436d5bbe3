import Foundation
import Testing

@testable import RotaPlanner

/// docs/rule-sets.md is made from the rule sets and the library that ship with the program. To write it anew, set ROTA_RECORD=1;
/// recording fails the run.
struct RuleSetDocumentTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../docs/rule-sets.md").standardized

  @Test func thePageSaysWhatShips() throws {
    let made = ([Self.head] + Library.ruleSetNames.map(Self.ruleSet) + [Self.trades(), Self.patterns()])
      .joined(separator: "\n")
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] != nil {
      try Data(made.utf8).write(to: Self.page)
      Issue.record("recorded docs/rule-sets.md")
    } else {
      #expect(try String(contentsOf: Self.page, encoding: .utf8) == made)
    }
  }

  private static let head = """
    # The rule sets and the library

    What ships with the program, made from its data; a test holds this page equal to it. The meaning of each limit is in
    [model.md](model.md), how a scenario changes them in [scenario-format.md](scenario-format.md).

    """

  // MARK: - Rule sets

  /// A mapping of our own resources, whatever its keys.
  private static func read(_ path: String, _ body: (YAMLMapping) -> String) -> String {
    let bytes = Array((ResourceReader.text(path) ?? "").utf8)
    return YAMLDocument.read(bytes, file: path, issues: IssueCollector(), body) ?? ""
  }

  private static func ruleSet(_ name: String) -> String {
    read("rulesets/\(name).yaml") { root in
      let limits = root.mapping("limits", rows) ?? []
      let classes = root.mapping("classes") { classes in
        classes.keys.compactMap { id in classes.mapping(id) { ruleSetClass(id, $0) } }
      }
      let title = root.optional("title", .text).map { "\($0)\n\n" } ?? ""
      let parts = [
        "## \(name)\n\(title)Limits of all classes:\n", table(["limit", "value", "source"], limits) + "\n",
        "Classes, with what differs from these:\n",
        table(["class", "also named", "limit", "value", "source"], (classes ?? []).flatMap { $0 }) + "\n",
        root.mapping("heat", heat) ?? "",
      ]
      return parts.joined(separator: "\n")
    }
  }

  /// Key, value and source of each entry.
  private static func rows(_ mapping: YAMLMapping) -> [[String]] {
    mapping.keys.map { key in
      guard mapping.isMapping(key) else { return ["`\(key)`", value(mapping, key), ""] }
      return mapping.mapping(key) { ["`\(key)`", value($0, "value"), $0.optional("source", .text) ?? ""] } ?? []
    }
  }

  private static func value(_ mapping: YAMLMapping, _ key: String) -> String { mapping.optional(key, .text) ?? "" }

  private static func ruleSetClass(_ id: String, _ entry: YAMLMapping) -> [[String]] {
    let words = (entry.optional("words", .list) ?? []).joined(separator: ", ")
    let limits = entry.mapping("limits", rows) ?? []
    return (limits.isEmpty ? [["", "", ""]] : limits).enumerated().map { number, row in
      (number == 0 ? ["`\(id)`", words] : ["", ""]) + row
    }
  }

  private static func heat(_ heat: YAMLMapping) -> String {
    let plain = heat.keys.filter { $0 != "bands" }.map { ["`\($0)`", value(heat, $0)] }
    let bands = heat.mappings("bands") { band in
      let rules = band.keys.filter { $0 != "from" && $0 != "source" }.map { "`\($0)` \(value(band, $0))" }
      return [
        band.optional("from", .text) ?? "(below)", rules.joined(separator: ", "), band.optional("source", .text) ?? "",
      ]
    }
    return table(["heat", "value"], plain) + "\n\n" + table(["band from °C", "what it does", "source"], bands) + "\n"
  }

  // MARK: - Library

  private static func trades() -> String {
    let keys = ["pattern", "share", "dwell", "employment", "weight", "alcohol_free"]
    return read("library/trades.yaml") { root in
      let rows = root.keys.compactMap { id in
        root.mapping(id) { trade in
          ["`\(id)`", (trade.optional("words", .list) ?? []).joined(separator: ", ")] + keys.map { value(trade, $0) }
        }
      }
      return "## Trades\nWhat is left out is as the defaults of scenario-format.md say.\n\n"
        + table(["trade", "also named"] + keys.map { "`\($0)`" }, rows) + "\n"
    }
  }

  private static func patterns() -> String {
    let text = ResourceReader.text("library/shift_patterns.csv") ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return
      "## Shift patterns\nThe percentage behind `@` is the share of the group that uses a station in the break.\n\n"
      + table((lines.first ?? []).map { "`\($0)`" }, Array(lines.dropFirst())) + "\n"
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let all = [heads, heads.map { _ in "---" }] + rows.map { row in row.map { $0.replacing("|", with: "\\|") } }
    return all.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
