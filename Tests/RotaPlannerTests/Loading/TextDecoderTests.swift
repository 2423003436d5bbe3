import Testing

@testable import RotaPlanner

struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) throws -> String { try TextDecoder.decode(bytes, file: "t.csv").string }

  private func issue(_ bytes: [UInt8]) throws -> ScenarioIssue {
    do {
      let text = try TextDecoder.decode(bytes, file: "t.csv")
      Issue.record("decoded as \(text.string)")
    } catch { return error.issue }
    throw FileFault(ScenarioIssue(.fileMissing))
  }

  @Test func everyEncodingOfOfficeProgramsGivesTheSameText() throws {
    let text = "编号,名称\n1,暖心驿站"
    let utf16 = Array(text.utf16)
    #expect(try decode(Array(text.utf8)) == text)
    #expect(try decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    #expect(try decode([0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == text)
    #expect(try decode([0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == text)
    let gbk: [UInt8] = [
      0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0x31, 0x2C, 0xC5, 0xAF, 0xD0, 0xC4, 0xE6, 0xE4, 0xD5,
      0xBE,
    ]
    #expect(try decode(gbk) == text)
  }

  @Test func gb18030FourByteCharactersAreRead() throws {
    #expect(try decode([0xB1, 0xE0, 0x81, 0x30, 0x81, 0x30]) == "编\u{80}")
  }

  @Test func aDamagedByteIsReportedAtItsLineAndColumn() throws {
    let found = try issue(Array("编号\r\n暖心".utf8) + [0xFF] + Array("站".utf8))
    #expect(found.code == .textUndecodable)
    #expect(found.location == SourceLocation(file: "t.csv", line: 2, column: 3))
    #expect(found.found == .text("0xFF"))
  }

  @Test func utf8CutInsideACharacterIsNotTakenForGB18030() throws {
    let whole = Array("编号,名称\n1,暖心驿站".utf8)
    #expect(try issue(whole.dropLast()).code == .textUndecodable)
  }

  @Test func aWorkbookInsteadOfTextIsRecognised() throws {
    #expect(try issue(Array("PK".utf8) + [3, 4, 0, 0]).code == .textBinary)
  }

  @Test func halfAUTF16UnitIsAnIssue() throws {
    #expect(try issue([0xFF, 0xFE, 0x41]).code == .textUndecodable)
    #expect(try issue([0xFF, 0xFE, 0x00, 0xD8]).code == .textUndecodable)
  }

  @Test func anEmptyFileIsEmptyText() throws { #expect(try decode([]).isEmpty) }

  @Test func randomBytesNeverCrash() {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<random.int(0...200)).map { _ in UInt8(random.int(random.chance(50) ? 0...255 : 0x80...0xFE)) }
      let decoded = try? TextDecoder.decode(bytes, file: "t")
      if let decoded { #expect(String(validating: decoded.utf8, as: UTF8.self) != nil, "seed \(seed)") }
    }
  }
}
