import Foundation
import Testing

@testable import RotaPlanner

/// `scenarios/clash` and small changes of it, with the exact words.
@Suite("Clashing pins in plain words")
struct ClashOutputTests {
  /// The words for the scenario with some of its files replaced.
  private func text(_ language: Language = .english, _ changes: [String: String] = [:]) throws -> String {
    let folder = try TemporaryFolder()
    let from = shippedScenarios.appendingPathComponent("clash")
    for name in try FileManager.default.contentsOfDirectory(atPath: from.path) where name != "README.md" {
      let text = try String(contentsOf: from.appendingPathComponent(name), encoding: .utf8)
      try folder.write(changes[name] ?? text, to: name)
    }
    let scenario = try LoadedScenario.read(folder: folder.path).scenario
    return ClashOutput(try explainClash(scenario), scenario).text(MessageCatalogue(language))
  }

  private func pins(_ rows: String...) -> [String: String] {
    ["pins.csv": "kind,staff,station,date,hours,count\n" + rows.joined(separator: "\n") + "\n"]
  }

  @Test("The shipped clash in English")
  func english() throws {
    #expect(
      try text() == """
        The pins clash with the hard rules, so there is no plan:
        1. These 2 pins cannot hold together; it is proved that no smaller set of pins clashes:
           pins.csv:3: at least 2 staff at station A (文化站), 2026-07-14 09:00-12:00
           pins.csv:5: P2 (李敏) serves at station B (桥头站), 2026-07-14 09:00-12:00
           why:
           - R02, R03, R29: station A (文化站) needs 2 people 2026-07-14 09:00-10:00; who may serve there and is available then: P1 (张文); kept away by other pins: P2 (李敏)
           any one of these resolves it:
           - pins.csv:3: ask for 1 person at most
           - pins.csv:3: leave it out or change it; then all other pins can hold
           - pins.csv:5: leave it out or change it; then all other pins can hold
        """)
  }

  @Test("The shipped clash in Chinese")
  func chinese() throws {
    #expect(
      try text(.chinese) == """
        固定安排与硬性规则冲突，没有可行方案：
        1. 以下 2 条固定安排不能同时成立；已证明没有更少的几条会冲突：
           pins.csv:3：驿站 A（文化站） 2026-07-14 09:00-12:00 至少有 2 人在岗
           pins.csv:5：P2（李敏） 2026-07-14 09:00-12:00 在驿站 B（桥头站） 服务
           原因：
           - R02、R03、R29：驿站 A（文化站） 2026-07-14 09:00-10:00 需要 2 人，允许去而且那时能上班的只有：P1（张文）；其他固定安排占用了 P2（李敏）
           以下任何一项都可以解决：
           - pins.csv:3：最多要求 1 人
           - pins.csv:3：去掉或改动这一条，其余全部固定安排就能成立
           - pins.csv:5：去掉或改动这一条，其余全部固定安排就能成立
        """)
  }

  @Test("A skill that nobody allowed at the station holds")
  func skill() throws {
    var files = pins("work,P1,A,2026-07-13,9:00-12:00,", "staffed,,B,2026-07-13,9:00-12:00,1")
    files["stations.csv"] = """
      id,name,host_hours,promised_hours,maximum_staff,skills
      A,文化站,8:00-20:00,9:00-17:00,2,first-aid
      B,桥头站,8:00-20:00,9:00-17:00,1,

      """
    files["staff.csv"] = """
      id,name,class,stations,available,skills
      P1,张文,usw,A,daily 8:00-18:00,
      P2,李敏,usw,A;B,daily 13:00-18:00,first-aid
      P3,王刚,usw,A;B,daily 8:00-18:00,
      P4,赵兰,usw,B,mon 8:00-18:00,first-aid

      """
    #expect(
      try text(.english, files) == """
        The pins clash with the hard rules, so there is no plan:
        1. This pin cannot hold, even alone:
           pins.csv:2: P1 (张文) serves at station A (文化站), 2026-07-13 09:00-12:00
           why:
           - R02, R03, R18: whenever station A (文化站) is staffed somebody there must hold the skill "first-aid"; who holds it, may serve there and is available 2026-07-13 09:00-10:00: nobody
           this resolves it:
           - pins.csv:2: leave it out or change it; then all other pins can hold
        """)
  }

  @Test("A station's own minimum of staff")
  func minimum() throws {
    var files = pins("staffed,,B,2026-07-14,9:00-12:00,1", "off,P1,,2026-07-14,,", "off,P2,,2026-07-14,,")
    files["stations.csv"] = """
      id,name,host_hours,minimum_staff,maximum_staff
      A,文化站,8:00-20:00,1,2
      B,桥头站,8:00-20:00,2,2

      """
    #expect(
      try text(.english, files).hasPrefix(
        """
        The pins clash with the hard rules, so there is no plan:
        1. These 2 pins cannot hold together; it is proved that no smaller set of pins clashes:
           pins.csv:2: at least 1 staff at station B (桥头站), 2026-07-14 09:00-12:00
           pins.csv:3: P1 (张文) is off, 2026-07-14
           why:
           - R02, R03, R18, R29: station B (桥头站) needs 2 people whenever it is staffed; who may serve there and is available 2026-07-14 09:00-10:00: P2 (李敏); kept away by other pins: P1 (张文)
        """))
  }

  @Test("Rules by their names, and claims no larger than their proofs")
  func claims() throws {
    let scenario = Scenario.fixture(
      days: 2, stations: [.fixture("A")], staff: [.fixture("P1"), .fixture("P2")],
      pins: [
        .work(staff: 0, station: 0, interval: .hours(8, 12)), .work(staff: 0, station: 0, interval: .hours(12, 17)),
        .off(staff: 1, interval: .hours(0, 24)), .closed(station: 0, interval: .hours(8, 20, day: 1)),
      ])
    let clashes = [
      PinClash(
        pins: [0, 1], proof: .irreducible, reasons: [.rule(.r05), .rule(.r09)],
        remedies: [.drop(pin: 1, resolvesAll: false)]),
      PinClash(pins: [2, 3], proof: .conflict, reasons: [], remedies: []),
    ]
    let report = ClashReport(verdict: .clash, clashes: clashes, isComplete: false)
    #expect(
      ClashOutput(report, scenario).text(MessageCatalogue(.english)) == """
        The pins clash with the hard rules, so there is no plan:
        1. These 2 pins cannot hold together; the set cannot be made smaller: without any one of them the others can hold:
           pin 1: P1 (Person P1) serves at station A (Station A), 2026-07-06 08:00-12:00
           pin 2: P1 (Person P1) serves at station A (Station A), 2026-07-06 12:00-17:00
           why:
           - R05 (length of a duty): it takes this rule and the others named here; without this one they could hold
           - R09 (meal breaks): it takes this rule and the others named here; without this one they could hold
           this resolves it:
           - pin 2: leave it out or change it (this clash only)
        2. These 2 pins cannot hold together; whether fewer of them clash already was not proved within the time:
           pin 3: P2 (Person P2) is off, 2026-07-06
           pin 4: station A (Station A) is closed, 2026-07-07 08:00-20:00
           why:
           - no single rule was found to stand in their way: it is several together, or the time was too short to tell
           what would resolve it was not found within the time.
        Whether the other pins clash too was not proved within the time.
        """)
  }

  @Test("As JSON")
  func json() throws {
    let scenario = Scenario.fixture(
      stations: [.fixture("A")], staff: [.fixture("P1")],
      pins: [.staffed(station: 0, interval: .hours(9, 10), count: 2)])
    let clash = PinClash(
      pins: [0], proof: .smallest,
      reasons: [
        .tooFew(pin: 0, station: 0, .hours(9, 10), skill: nil, wanted: 2, able: [0], elsewhere: [])
      ], remedies: [.lower(pin: 0, to: 1)])
    let output = ClashOutput(ClashReport(verdict: .clash, clashes: [clash], isComplete: true), scenario)
    let text = CanonicalJSON.compact(output.json(MessageCatalogue(.english)))
    #expect(
      text.contains(
        #"{"kind":"lower","place":"pin 1","text":"pin 1: ask for 1 person at most"}"#), "\(text)")
    #expect(text.contains(#""proof":"smallest""#))
    #expect(text.contains(#""rules":["R02","R03"]"#))
  }
}
