import RotaEngine

/// A rota in the making: who is where, the cover, and the price of one more person at each slot and place.
///
/// The price is the exact change of the objective, as rows are priced unit by unit; so the cheapest roster by these prices is the
/// best roster of a person as long as the others stay. Missing staff, where shortage is hard, counts `shortageWeight` a unit.
/// A little noise on the prices breaks ties in ever new ways.
final class SlotState {
  let grid: SlotGrid
  let problem: SlotProblem
  let duties: DutyTable
  /// Price of a missing staff-slot where shortage is hard.
  private(set) var shortageWeight: Int
  /// Missing staff-slots where shortage is hard, else 0.
  private(set) var shortage = 0
  /// The objective, shortage left out where it is hard.
  private(set) var penalty = 0
  /// Start (numbered as in the grid) and length of each person's duty on each day, at `person * dayCount + day`; length 0: none.
  let startOf: UnsafeMutablePointer<Int32>
  let lengthOf: UnsafeMutablePointer<Int32>
  /// The places of that duty, `longest` bytes each.
  let placesOf: UnsafeMutablePointer<UInt8>

  private let placeCount: Int
  /// People on each row, at `slot * placeCount + place`.
  let cover: UnsafeMutablePointer<Int32>
  /// What one more person on each row costs.
  private(set) var curves: CoverCurves
  private let priced: SlotProblem
  private let noise: UnsafeMutablePointer<Float>
  private let noiseAt: UnsafeMutablePointer<Int32>
  private static let noiseCount = 1 << 14

  /// Nobody on duty. `priced` is the problem whose rows count: the grid's own, or the one that it was pooled from.
  init(
    _ grid: SlotGrid, priced: SlotProblem, shortageWeight: Int, noise amplitude: Float, random: inout SeededRandom
  ) {
    self.grid = grid
    self.priced = priced
    self.shortageWeight = shortageWeight
    problem = grid.problem
    placeCount = problem.placeCount
    duties = DutyTable(grid, placeCount: placeCount)
    let cells = problem.people.count * grid.dayCount
    startOf = .filled(cells, 0)
    lengthOf = .filled(cells, 0)
    placesOf = .filled(cells * grid.longest, 0)
    cover = .filled(problem.rows.count, 0)
    curves = CoverCurves(problem, priced: priced, shortageWeight: shortageWeight)
    noise = .filled(Self.noiseCount + placeCount, 0)
    noiseAt = .filled(grid.slotCount, 0)
    for index in 0..<Self.noiseCount + placeCount { noise[index] = amplitude * Float(random.unit()) }
    for row in priced.rows {
      if problem.shortageIsHard { shortage += row.least } else { penalty += row.cost(ofCover: 0) }
    }
    for slot in 0..<grid.slotCount { setPrices(slot) }
    duties.pricesChanged(0, grid.slotCount)
  }

  deinit {
    startOf.deallocate()
    lengthOf.deallocate()
    placesOf.deallocate()
    cover.deallocate()
    noise.deallocate()
    noiseAt.deallocate()
  }

  /// Gives missing staff another price. Complexity: O(rows).
  func setShortageWeight(_ weight: Int) {
    shortageWeight = weight
    curves = CoverCurves(problem, priced: priced, shortageWeight: weight)
    for slot in 0..<grid.slotCount { setPrices(slot) }
    duties.pricesChanged(0, grid.slotCount)
  }

  /// What the search minimises.
  var value: Int { shortage * shortageWeight + penalty }

  /// Draws new noise for the slots [from, to).
  func shake(_ from: Int, _ to: Int, _ random: inout SeededRandom) {
    for slot in from..<to {
      noiseAt[slot] = Int32(truncatingIfNeeded: random.next() & UInt64(Self.noiseCount - 1))
      setPrices(slot)
    }
    duties.pricesChanged(from, to)
  }

  /// The first slot of a duty of a person on a day.
  func slot(_ cell: Int) -> Int { Int(grid.startSlot[Int(startOf[cell])]) }

  /// Takes over cover that was changed from outside in the slots [from, to): `shortage` and `penalty` change by so much.
  func coverChanged(_ from: Int, _ to: Int, shortage: Int, penalty: Int) {
    self.shortage += shortage
    self.penalty += penalty
    for slot in from..<to { setPrices(slot) }
    duties.pricesChanged(from, to)
  }

  /// Whether moving someone from one place to another in a slot would lower the cost.
  func isUneven(_ slot: Int) -> Bool {
    var cheapest = Int32.max
    var dearest = Int32.min
    for row in slot * placeCount..<(slot + 1) * placeCount {
      let curve = curves.curve(row)
      let count = Int(cover[row])
      cheapest = min(cheapest, curve[count])
      if count > 0 { dearest = max(dearest, curve[count - 1]) }
    }
    return cheapest < dearest
  }

  /// Counts a person's duty on a day into the cover (`sign` 1) or out of it (-1).
  func count(_ cell: Int, sign: Int32) {
    let length = Int(lengthOf[cell])
    if length == 0 { return }
    let first = slot(cell)
    let places = placesOf + cell * grid.longest
    let width = duties.width
    for offset in 0..<length {
      let place = Int(places[offset])
      let row = (first + offset) * placeCount + place
      let curve = curves.curve(row)
      if sign > 0 {
        note(curve[Int(cover[row])], row, 1)
        cover[row] += 1
      } else {
        cover[row] -= 1
        note(curve[Int(cover[row])], row, -1)
      }
      duties.price[(first + offset) * width + place] =
        Float(curve[Int(cover[row])]) + noise[Int(noiseAt[first + offset]) + place]
    }
    duties.pricesChanged(first, first + length)
  }

  private func note(_ marginal: Int32, _ row: Int, _ sign: Int) {
    if curves.isShortage(row, Int(cover[row])) { shortage -= sign } else { penalty += sign * Int(marginal) }
  }

  private func setPrices(_ slot: Int) {
    let drawn = noise + Int(noiseAt[slot])
    for place in 0..<placeCount {
      let row = slot * placeCount + place
      duties.price[slot * duties.width + place] = Float(curves.curve(row)[Int(cover[row])]) + drawn[place]
    }
  }
}
