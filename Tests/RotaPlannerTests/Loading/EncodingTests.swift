import Foundation
import Testing

@testable import RotaPlanner

@Suite("Encodings of files without a mark")
struct EncodingTests {
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  private static let big5 = String.Encoding(rawValue: 0x8000_0A03)

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  private func judged(_ text: String, _ encoding: String.Encoding) throws -> EncodingJudgement {
    EncodingJudgement(try bytes(text, encoding))
  }

  @Test(
    "Western text is read as such, and told",
    arguments: [
      "Jürgen", "Müller;Straße", "Café,x", "Ärzte,Größe", "José Núñez", "François", "Ålesund", "30°", "€5 Zoë",
    ])
  func western(text: String) throws {
    let decoded = try TextDecoder.decode(try bytes(text, .windowsCP1252), file: "t.csv")
    #expect(decoded.string == text)
    #expect(decoded.doubt?.arguments["reading"] == .text("Windows-1252"))
  }

  @Test(
    "The same text in UTF-8 needs no word",
    arguments: ["Jürgen", "Zoë,Café", "30°", "Иванов", "Άννα", "محمد", "编号"])
  func unicode(text: String) throws {
    let decoded = try TextDecoder.decode(Array(text.utf8), file: "t.csv")
    #expect(decoded.string == text)
    #expect(decoded.doubt == nil)
  }

  @Test(
    "Traditional Chinese is told from simplified", arguments: ["臺北市中山區暖心驛站", "值班人員,王小明;陳美麗", "環衛工人,外送司機,林志豪"])
  func traditional(text: String) throws {
    let decoded = try TextDecoder.decode(try bytes(text, Self.big5), file: "t.csv")
    #expect(decoded.string == text)
    #expect(decoded.doubt?.arguments["reading"] == .text("Big5"))
  }

  @Test(
    "Simplified Chinese of a few characters and more is sure",
    arguments: ["编号,名称,街道", "暖心驿站,德胜", "王敏,张玥,李喆", "工号,姓名,类别,可上班时间", "capacity,name\n１１５,Café Kühl"])
  func simplified(text: String) throws {
    let decoded = try TextDecoder.decode(try bytes(text, Self.gb18030), file: "t.csv")
    #expect(decoded.string == text)
    #expect(decoded.doubt == nil)
  }

  @Test("Marks and western names in a file of simplified Chinese follow the files beside it")
  func marks() throws {
    let small = try bytes("alcohol_free,name\n√,Café Kühl\n", Self.gb18030)
    #expect(try TextDecoder.decode(small, file: "t.csv", beside: .gb18030).string == "alcohol_free,name\n√,Café Kühl\n")
    let pack = try bytes("id,name\n包1,Café Kühl\n", Self.gb18030)
    #expect(try TextDecoder.decode(pack, file: "t.csv", beside: .gb18030).string == "id,name\n包1,Café Kühl\n")
  }

  @Test("One character that is valid UTF-8 by chance is told, and follows the files beside it")
  func byChance() throws {
    let small = try bytes("id,name\ns1,站\n", Self.gb18030)
    #expect(String(validating: small, as: UTF8.self) == "id,name\ns1,վ\n")
    #expect(try TextDecoder.decode(small, file: "t.csv").doubt?.code == .encodingGuessed)
    let beside = try TextDecoder.decode(small, file: "t.csv", beside: .gb18030)
    #expect(beside.string.contains("站"))
    #expect(beside.doubt == nil)
    #expect(try TextDecoder.decode(small, file: "t.csv", beside: .utf8).string.contains("վ"))
    // A file that is none of the others' encoding keeps its own.
    #expect(try TextDecoder.decode(Array("1,Café".utf8), file: "t.csv", beside: .windows1252).string == "1,Café")
    #expect(try TextDecoder.decode(small, file: "t.csv", beside: .windows1252).string.contains("站"))
  }

  @Test("Files of a folder are judged together")
  func folders() throws {
    let small = try bytes("1,站", Self.gb18030)
    let large = try bytes("编号,名称\n1,暖心驿站", Self.gb18030)
    let marked = [0xEF, 0xBB, 0xBF] + Array("编号".utf8)
    #expect(FolderEncodings([small, large]).common == .gb18030)
    #expect(FolderEncodings([small, marked, large]).common == .gb18030)
    #expect(FolderEncodings([small, large, Array("编号".utf8)]).common == nil)
    #expect(FolderEncodings([Array("编号".utf8), Array("id".utf8)]).common == .utf8)
    #expect(FolderEncodings([]).common == nil)
    // Each alone is too short to be sure.
    let pieces = try ["区", "道", "间", "编", "号"].map { try bytes($0, Self.gb18030) }
    #expect(FolderEncodings(pieces).common == .gb18030)
  }

  @Test("A folder of GB18030 files is read as its UTF-8 twin, however short each is")
  func twin() throws {
    let files = ScenarioText.base.merging([
      "scenario.yaml": "name: 站\nfirst_day: 2026-07-06\ndays: 2\n",
      "stations.csv": "id,name,street,host_hours\ns1,暖心驿站,德胜,daily 8-20\n",
      "staff.csv": "id,name\np1,站\n",
      "worker_groups.csv": "id,name,trade,headcount,street\ng1,站,环卫,40,德胜\n",
    ]) { $1 }
    let folder = try TemporaryFolder()
    for (name, text) in files {
      let data = Data(try bytes(text, Self.gb18030))
      try data.write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    let loaded = try LoadedScenario.read(folder: folder.path)
    #expect(loaded.warnings.issues.isEmpty)
    #expect(loaded.scenario.name == "站")
    #expect(loaded.scenario.staff[0].name == "站")
    #expect(loaded.scenario.workerGroups[0].name == "站")
    #expect(loaded.scenario.stations[0].street == "德胜")
  }

  @Test("Damage is no other encoding")
  func damage() throws {
    let cut = Array(try bytes("编号,名称,街道\n1,暖心驿站,德胜", Self.gb18030).dropLast())
    #expect(throws: FileFault.self) { try TextDecoder.decode(cut, file: "t.csv") }
    let western = Array("Zoë Müller, Jörg".utf8) + [0xFF] + Array("x".utf8)
    #expect(throws: FileFault.self) { try TextDecoder.decode(western, file: "t.csv") }
  }

  @Test("A variant in another encoding is told where it is applied")
  func variants() throws {
    let source = "name: Jürgen\nchanges:\n  - absent: {staff: p1, from: 2026-07-06}\n"
    let variant = try Variant.read(try bytes(source, .windowsCP1252), file: "v.yaml")
    #expect(variant.name == "Jürgen")
    let base = try ScenarioText.load()
    #expect(try base.applying(variant).warnings(beyond: base).issues.map(\.code) == [.encodingGuessed])
  }
}
