import Foundation
import Testing

@testable import RotaPlanner

/// `rota whatif` on `scenarios/tiny`, whose best plan costs 34 units.
@Suite("rota whatif")
struct WhatIfCommandTests {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    // Nobody is at A on Wednesday: 4 promised hours (40), 4 visits (4) and 2 sweepers (3) more are lost: 81 instead of 34.
    try place.write("name: 张文周三不在\nchanges:\n  - absent: {staff: P1, from: wed}\n", to: "away.yaml")
    try place.write(
      """
      changes:
        - close: {station: A, from: mon}
        - add: {table: pins, rows: [{kind: staffed, station: A, date: 2026-07-13, hours: 10:00-11:00}]}

      """, to: "clash.yaml")
    try place.write("changes:\n  - absent: {staff: P9, from: wed}\n", to: "unknown.yaml")
  }

  private func run(_ arguments: String...) throws -> ProcessOutcome {
    let tiny = shippedScenarios.appendingPathComponent("tiny").path
    return try RotaProcess.rota(["whatif", tiny] + arguments, folder: place.path)
  }

  @Test("The base and a variant side by side, with what is certain of their difference")
  func compared() throws {
    let outcome = try run("away.yaml", "--lang", "en", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "张文周三不在: the best plan's objective differs from the base's best by exactly +47.00\n")
    let lines = outcome.outputText.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[1].contains("\"objective\": 34,"))
    #expect(lines[1].contains("\"status\": \"optimal\", \"variant\": \"base\""))
    #expect(lines[2].contains("\"objective\": 81,"))
    #expect(lines[2].contains("\"promised_kept\": 30,"))
    #expect(lines[2].contains("\"variant\": \"张文周三不在\""))
    #expect(lines[3].contains("\"objective\": 47,"))
    #expect(lines[3].contains("\"promised_kept\": -4,"))
    #expect(lines[3].contains("\"status\": \"difference\""))
  }

  @Test("A clash and an invalid variant show as such; the gravest gives the status")
  func failures() throws {
    let outcome = try run("clash.yaml", "unknown.yaml", "--format", "csv", "--lang", "en")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorText.hasPrefix(
        """
        variant "unknown" cannot be planned:
        unknown.yaml:2:21: error E602: table "staff" has no row with id = P9
          fix: use one of: P1, P2, P3, P4, P5
        1 error, 0 warnings
        clash: The pins clash with the hard rules, so there is no plan:
        1. These 2 pins cannot hold together; it is proved that no smaller set of pins clashes:
           clash.yaml:2:22: station A (文化站) is closed, 2026-07-13
        """))
    #expect(
      outcome.errorText.contains(
        "\n   clash.yaml:3:31: at least 1 staff at station A (文化站), 2026-07-13 10:00-11:00\n"))
    let lines = outcome.outputText.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("base,optimal,51,61,34.00,36.00,28,30,1680.00,0.00,34.00,0.00,0.00"))
    #expect(lines[2] == "clash,clash,,,,,,,,,,,")
    #expect(lines[3] == "unknown,invalid,,,,,,,,,,,")
    #expect(try run("clash.yaml").status == 3)
  }

  @Test("-o writes a plan folder for the base and each variant, which are not replaced unasked")
  func folders() throws {
    #expect(try run("away.yaml", "-o", "out").status == 0)
    #expect(place.names.contains("out/base/plan.json"))
    #expect(place.names.contains("out/away/rota.csv"))
    #expect(try place.read("out/away/plan.json").contains("\"objective\": 81"))
    let again = try run("away.yaml", "-o", "out", "--lang", "en")
    #expect(again.status == 2)
    #expect(again.outputText == "")
    #expect(
      again.errorText == """
        error E514: "out/base" exists already and was left alone
          fix: replace a plan with --force, or choose another folder

        """)
    #expect(try run("away.yaml", "-o", "out", "--force").status == 0)
  }

  @Test("Variants of one name cannot be written to one folder")
  func sameNames() throws {
    let outcome = try run("away.yaml", "./away.yaml", "-o", "out")
    #expect(outcome.status == 64)
    #expect(outcome.errorText.contains("different names"))
  }
}
