import Testing

@testable import RotaPlanner

@Suite struct SystemPathTests {
  @Test func everyPathGivesItsBytesBack() {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: seed)
      let pieces: [[UInt8]] = [
        [0xE9], Array("驿站".utf8), Array("a/b".utf8), [0xF4, 0x8F, 0xBA, 0x80], [0xC0, 0xAF], [0xFF],
        [0xED, 0xA0, 0x80],
        Array("e\u{301}".utf8), [0xF4, 0x8F],
      ]
      let bytes = (0..<random.int(0...8)).flatMap { _ in random.pick(pieces) }
      #expect(SystemPath.bytes(SystemPath.text(bytes)) == bytes)
    }
  }

  @Test func twoPathsNeverShareAText() {
    let stray: [UInt8] = [0xE9]
    let typed = Array("\u{10FEE9}".utf8)
    #expect(SystemPath.text(stray) != SystemPath.text(typed))
    #expect(SystemPath.text(Array("日程".utf8)) == "日程")
  }

  @Test(arguments: [
    ("plan", "", "plan"), ("a/plan", "a/", "plan"), ("/plan", "/", "plan"), ("a/", "a/", ""),
    ("a/\u{301}x", "a/", "\u{301}x"),
  ])
  func aPathIsSplitAtItsLastSlash(_ path: String, _ folder: String, _ name: String) {
    let split = SystemPath.split(path)
    #expect(Array(split.folder.utf8) == Array(folder.utf8) && Array(split.name.utf8) == Array(name.utf8))
  }

  @Test func strayBytesAreShownInDataAndMessages() {
    let path = SystemPath.text(Array("dir/".utf8) + [0xD6, 0xDC])
    #expect(SystemPath.name(path) == "\\xD6\\xDC")
    #expect(VisibleText.line(path) == "dir/\\xD6\\xDC")
  }
}
