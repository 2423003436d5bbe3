/// Random numbers that are the same for the same seed on every machine.
/// Source: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of `range`. Own arithmetic, because the standard library may change how it maps bits to ranges.
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next() % width)
  }

  /// True in `percent` of 100 cases.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  /// One element.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[int(0...(elements.count - 1))] }

  /// `count` different numbers of 0..<bound, sorted.
  mutating func distinct(_ count: Int, below bound: Int) -> [Int] {
    var left = Array(0..<bound)
    var chosen: [Int] = []
    while chosen.count < count && !left.isEmpty { chosen.append(left.remove(at: int(0...(left.count - 1)))) }
    return chosen.sorted()
  }
}
