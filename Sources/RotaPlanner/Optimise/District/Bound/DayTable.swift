/// The best choice of exactly k paid slots of a day in at most so many stretches, for every k at once.
struct DayTable: Sendable {
  private let slotCount: Int
  private let stretches: Int
  private let most: Int
  private var places: [Int]
  /// By slot, stretch and k: whether the slot continues the stretch rather than begins it.
  private var continues: [Bool]
  /// By slot, stretch and k: whether the best so far with that many stretches ends in this slot.
  private var ends: [Bool]
  /// Best worth for exactly k paid slots, k = 0...most; minus infinity where impossible.
  private(set) var values: [Double]
  /// Number of stretches of the best choice, by k.
  private var chosenStretches: [Int] = [0]

  init(_ slotCount: Int, _ stretches: Int, _ mostPaid: Int) {
    self.slotCount = slotCount
    self.stretches = stretches
    most = min(slotCount, mostPaid)
    places = Array(repeating: -1, count: slotCount)
    continues = Array(repeating: false, count: slotCount * stretches * (most + 1))
    ends = continues
    values = [0]
  }

  /// Fills the table; `best` tells the worth of a slot, never negative, and the place that gives it.
  ///
  /// Slots next to each other in the list may lie apart in time: a stretch may then jump over the hole, which only relaxes more.
  mutating func fill(_ best: (Int) -> (worth: Double, place: Int)) {
    let width = most + 1
    var on = Array(repeating: -Double.infinity, count: stretches * width)
    var off = Array(repeating: -Double.infinity, count: (stretches + 1) * width)
    off[0] = 0
    for slot in 0..<slotCount {
      let (worth, place) = best(slot)
      places[slot] = place
      for stretch in (0..<stretches).reversed() {
        for count in stride(from: min(most, slot + 1), to: 0, by: -1) {
          let index = stretch * width + count
          let (stay, begin) = (on[index - 1], off[index - 1])
          let isLonger = stay >= begin
          on[index] = (isLonger ? stay : begin) + worth
          continues[slot * stretches * width + index] = isLonger
        }
      }
      for stretch in 0..<stretches {
        for count in 1..<max(1, width) {
          let index = stretch * width + count
          guard on[index] > off[index + width] else { continue }
          off[index + width] = on[index]
          ends[slot * stretches * width + index] = true
        }
      }
    }
    chosenStretches = (0...most).map { count in
      (0...stretches).max { off[$0 * width + count] < off[$1 * width + count] }!
    }
    values = (0...most).map { off[chosenStretches[$0] * width + $0] }
  }

  /// Adds the slots of the best choice of `count` paid slots to the places they are spent at.
  func collect(_ count: Int, into presence: inout [Double]) {
    guard count > 0, count < values.count, values[count] > -.infinity else { return }
    let width = most + 1
    var (left, stretch, slot) = (count, chosenStretches[count], slotCount - 1)
    var isInside = false
    while left > 0, slot >= 0 {
      let index = slot * stretches * width + (stretch - 1) * width + left
      if isInside || ends[index] {
        if places[slot] >= 0 { presence[places[slot]] += 1 }
        isInside = continues[index]
        left -= 1
        if !isInside { stretch -= 1 }
      }
      slot -= 1
    }
  }
}

/// The best split of a week's paid slots over its days.
struct WeekTable: Sendable {
  private let cap: Int
  private var values: [Double]
  private var choices: [[Int]] = []

  init(cap: Int) {
    self.cap = cap
    values = Array(repeating: -.infinity, count: cap + 1)
    values[0] = 0
  }

  /// Adds a day with its worth by paid slots.
  mutating func add(_ day: [Double]) {
    var next = Array(repeating: -Double.infinity, count: cap + 1)
    var chosen = Array(repeating: 0, count: cap + 1)
    for slots in 0...cap where values[slots] > -.infinity {
      for (count, worth) in day.enumerated() where slots + count <= cap && worth > -.infinity {
        let sum = values[slots] + worth
        if sum > next[slots + count] {
          next[slots + count] = sum
          chosen[slots + count] = count
        }
      }
    }
    values = next
    choices.append(chosen)
  }

  /// The best number of slots when that number has a worth of its own besides.
  func best(_ worth: (Double) -> Double) -> (slots: Int, worth: Double) {
    var best = (slots: 0, worth: -Double.infinity)
    for (slots, value) in values.enumerated() where value > -.infinity {
      let sum = value + worth(Double(slots))
      if sum > best.worth { best = (slots, sum) }
    }
    return best
  }

  /// The days' slots in the best split of `slots`.
  func split(_ slots: Int) -> [Int] {
    var left = slots
    var result: [Int] = []
    for chosen in choices.reversed() {
      result.append(chosen[left])
      left -= chosen[left]
    }
    return result.reversed()
  }
}
