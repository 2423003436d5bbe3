import Testing

@testable import RotaPlanner

@Suite struct PositionIndexTests {
  @Test func placesAreThoseCountedFromTheBeginning() {
    for seed in 0..<30 {
      var random = SeededGenerator(seed: seed)
      let pieces = ["a", "驿", "\n", "\r", "\r\n", ",", "\"", String(repeating: "x", count: 700)]
      let bytes = Array((0..<random.int(0...60)).map { _ in random.pick(pieces) }.joined().utf8)
      let index = PositionIndex(bytes)
      for offset in stride(from: 0, through: bytes.count + 2, by: 7) {
        #expect(index.position(of: offset) == TextPosition(of: offset, in: bytes))
      }
    }
  }
}
