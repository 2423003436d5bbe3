/// The inner level of pricing: the cheapest duty for each start and length, over all ways to move between the places.
///
/// A duty is a chain of segments, each at one place for at least `leastSegment` slots. With `f(t, p)` = the cheapest chain that
/// ends at slot `t` at place `p`, and `g(t)` the least of them: `f(t, p)` is `f(t-1, p)` and one slot more, or `g` before a new
/// segment of the least length and that segment. The table serves everybody, as all may work everywhere; after a change of
/// prices only the starts that can feel it are worked out again.
final class DutyTable {
  /// Stands for "impossible"; prices must stay far below.
  static let never: Float = 1e9

  let grid: SlotGrid
  let placeCount: Int
  /// Places in steps of four, so that a slot is a whole number of vectors.
  let width: Int
  /// Price of being at a place in a slot, at `slot * width + place`.
  let price: UnsafeMutablePointer<Float>
  /// Cost of the cheapest duty, at `start * lengthCount + length - shortest`.
  let cost: UnsafeMutablePointer<Float>
  /// Starts worked out so far: a measure of work.
  private(set) var work = 0

  private let segment: Int
  /// Price of the least segment that ends before a slot, laid out like `price`.
  private let segmentPrice: UnsafeMutablePointer<Float>
  private let isStale: UnsafeMutablePointer<Bool>
  private let chain: UnsafeMutablePointer<SIMD4<Float>>
  private let best: UnsafeMutablePointer<Float>
  private let traceChain: UnsafeMutablePointer<Float>

  init(_ grid: SlotGrid, placeCount: Int) {
    self.grid = grid
    self.placeCount = placeCount
    width = (placeCount + 3) / 4 * 4
    segment = max(1, grid.problem.leastSegment)
    price = .filled(grid.slotCount * width, Self.never)
    segmentPrice = .filled((grid.slotCount + 1) * width, Self.never)
    cost = .filled(grid.startCount * grid.lengthCount, Self.never)
    isStale = .filled(grid.startCount, true)
    chain = .filled(width / 4, SIMD4(repeating: Self.never))
    best = .filled(grid.longest + 1, Self.never)
    traceChain = .filled((grid.longest + 1) * width, Self.never)
  }

  deinit {
    price.deallocate()
    segmentPrice.deallocate()
    cost.deallocate()
    isStale.deallocate()
    chain.deallocate()
    best.deallocate()
    traceChain.deallocate()
  }

  /// Tells the table that prices changed in the slots [from, to).
  func pricesChanged(_ from: Int, _ to: Int) {
    let width = width
    let last = min(grid.slotCount, to + segment - 1)
    var slot = max(from + 1, segment)
    while slot <= last {
      let target = segmentPrice + slot * width
      var place = 0
      while place < width {
        var sum: Float = 0
        var back = 1
        while back <= segment {
          sum += price[(slot - back) * width + place]
          back += 1
        }
        target[place] = sum
        place += 1
      }
      slot += 1
    }
    var start = grid.startAtOrAfter[max(0, from - grid.longest + 1)]
    while start < grid.startCount && Int(grid.startSlot[start]) < to {
      isStale[start] = true
      start += 1
    }
  }

  /// Brings `cost` up to date for the starts of the days [first, last).
  func refresh(_ first: Int, _ last: Int) {
    for start in grid.firstStart[first]..<grid.firstStart[last] where isStale[start] {
      workOut(start)
      isStale[start] = false
      work += 1
    }
  }

  private func workOut(_ start: Int) {
    let slot = Int(grid.startSlot[start])
    let vectors = width / 4
    let longest = min(grid.longest, grid.slotCount - slot)
    let shortest = grid.shortest
    let prices = UnsafeRawPointer(price).assumingMemoryBound(to: SIMD4<Float>.self)
    let segments = UnsafeRawPointer(segmentPrice).assumingMemoryBound(to: SIMD4<Float>.self)
    let out = cost + start * grid.lengthCount - shortest
    let never = SIMD4<Float>(repeating: Self.never)
    var vector = 0
    while vector < vectors {
      chain[vector] = never
      vector += 1
    }
    best[0] = 0
    var length = 1
    while length < segment {
      best[length] = Self.never
      length += 1
    }
    while length <= longest {
      let onePrice = prices + (slot + length - 1) * vectors
      let newPrice = segments + (slot + length) * vectors
      let before = SIMD4<Float>(repeating: best[length - segment])
      var least = never
      vector = 0
      while vector < vectors {
        let longer = chain[vector] + onePrice[vector]
        let new = before + newPrice[vector]
        let value = longer.replacing(with: new, where: new .< longer)
        chain[vector] = value
        least = least.replacing(with: value, where: value .< least)
        vector += 1
      }
      let left = least[0] < least[1] ? least[0] : least[1]
      let right = least[2] < least[3] ? least[2] : least[3]
      let value = left < right ? left : right
      best[length] = value
      if length >= shortest { out[length] = value }
      length += 1
    }
  }

  /// Writes the places of the cheapest duty of a start and length. The prices must not have changed since `refresh`.
  func trace(start: Int, length: Int, into places: UnsafeMutablePointer<UInt8>) {
    let slot = Int(grid.startSlot[start])
    fillTrace(slot, length)
    var rest = length
    var place = cheapestPlace(rest)
    while rest > 0 {
      let longer =
        rest > 1 ? traceChain[(rest - 1) * width + place] + price[(slot + rest - 1) * width + place] : Self.never
      let new = best[rest - segment] + segmentPrice[(slot + rest) * width + place]
      if new < longer {
        for back in 1...segment { places[rest - back] = UInt8(place) }
        rest -= segment
        if rest > 0 { place = cheapestPlace(rest) }
      } else {
        places[rest - 1] = UInt8(place)
        rest -= 1
      }
    }
  }

  private func fillTrace(_ slot: Int, _ length: Int) {
    for index in 0..<segment * width { traceChain[index] = Self.never }
    best[0] = 0
    for step in 1..<segment { best[step] = Self.never }
    for step in segment...length {
      var least = Self.never
      for place in 0..<placeCount {
        let longer = traceChain[(step - 1) * width + place] + price[(slot + step - 1) * width + place]
        let new = best[step - segment] + segmentPrice[(slot + step) * width + place]
        let value = new < longer ? new : longer
        traceChain[step * width + place] = value
        if value < least { least = value }
      }
      best[step] = least
    }
  }

  private func cheapestPlace(_ step: Int) -> Int {
    var found = 0
    while found < placeCount - 1 && traceChain[step * width + found] != best[step] { found += 1 }
    return found
  }
}

extension UnsafeMutablePointer {
  /// New memory for `count` values, all equal to `value`.
  static func filled(_ count: Int, _ value: Pointee) -> UnsafeMutablePointer<Pointee> {
    let pointer = UnsafeMutablePointer<Pointee>.allocate(capacity: Swift.max(1, count))
    pointer.initialize(repeating: value, count: Swift.max(1, count))
    return pointer
  }
}
