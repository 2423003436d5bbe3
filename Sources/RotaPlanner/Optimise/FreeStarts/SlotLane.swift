import Foundation
import RotaEngine

/// One of the two searchers of a `SlotSearch`: steps of simulated annealing by re-insertion, inside a scope of its own.
final class SlotLane: @unchecked Sendable {
  /// Where a lane may change the rota for now: duties of these people on the days [first, last).
  struct Scope {
    var people: [Int] = []
    var first = 0
    var last = 0
  }

  let state: SlotState
  var scope = Scope()
  /// Whether duties keep their times and change places only.
  var keepsTimes = false
  private let settings: SlotSearch.Settings
  private let moves: SlotReinsertion
  private let nudges: SlotNudges
  private let grid: SlotGrid
  private var random: SeededRandom
  private var chosen: [Int] = []
  private var looks = 0
  /// What looking for a slot where places want a change takes; it counts even where there is none, so that a work limit is reached.
  private static let lookWork = 10

  init(_ grid: SlotGrid, priced: SlotProblem, settings: SlotSearch.Settings, seed: UInt64) {
    self.grid = grid
    self.settings = settings
    random = SeededRandom(seed: seed)
    state = SlotState(
      grid, priced: priced, shortageWeight: settings.shortageWeight, noise: settings.noise, random: &random)
    moves = SlotReinsertion(state, most: max(settings.mostPeople, settings.mostPlaced))
    nudges = SlotNudges(state)
  }

  /// Work done so far.
  var work: Int { moves.work + nudges.work + looks * Self.lookWork }

  /// Makes a rota with the same times; each duty's places are the cheapest when it is put in.
  func adoptTimes(of rota: SlotRota) {
    moves.putTimes(of: rota)
  }

  /// Gives every person, one after the other, the cheapest roster; false when someone has none.
  func construct() -> Bool {
    var isWhole = true
    for person in grid.problem.people.indices where !construct(person) { isWhole = false }
    return isWhole
  }

  /// Gives the person the cheapest roster with free days by chance, or where that ends without one, as it does for many hours on many days,
  /// with free days at regular distances; false when neither finds one.
  private func construct(_ person: Int) -> Bool {
    if moves.insert(person, 0, grid.dayCount, &random) { return true }
    // Otherwise no run can be too long, and it was not the free days that failed.
    guard grid.problem.mostDaysInARow < grid.dayCount else { return false }
    let cycle = grid.problem.mostDaysInARow + 1
    return (0..<cycle).contains { offset in
      let free = Array(stride(from: offset, to: grid.dayCount, by: cycle))
      return moves.insert(person, 0, grid.dayCount, free: free, &random)
    }
  }

  /// Does `count` steps at a temperature.
  func run(steps count: Int, temperature: Double) {
    if scope.people.isEmpty || scope.first >= scope.last { return }
    if grid.problem.placeCount == 1 && !keepsTimes {
      let each = min(settings.mostNudges, settings.nudgesPerDuty * grid.problem.people.count * grid.dayCount)
      nudges.run(count * each, scope, temperature: temperature * settings.nudgeHeat, &random)
    }
    for _ in 0..<count {
      let wantsPlaces = keepsTimes || (grid.problem.placeCount > 1 && random.below(settings.retimeShare) > 0)
      if wantsPlaces && movePlaces(temperature) { continue }
      if !keepsTimes { step(temperature) }
    }
  }

  /// Gives a few duties that meet in a slot with a shortage or too many people at one place other places, at the same times;
  /// false when there is no such slot.
  private func movePlaces(_ temperature: Double) -> Bool {
    looks += 1
    let day = scope.first + random.below(scope.last - scope.first)
    guard let slot = troubledSlot(day) else { return false }
    chooseThoseOnDuty(slot, day)
    // By start is how intervals are coloured best; any order tries something else.
    chosen.shuffle(using: &random)
    if random.below(2) == 0 {
      chosen.sort { state.startOf[$0 * grid.dayCount + day] < state.startOf[$1 * grid.dayCount + day] }
    }
    shake(day, day + 1)
    let before = state.value
    for (index, person) in chosen.enumerated() { moves.save(person, as: index) }
    for person in chosen { state.count(person * grid.dayCount + day, sign: -1) }
    for person in chosen { moves.putPlaces(person * grid.dayCount + day) }
    if accepts(state.value - before, temperature) { return true }
    for (index, person) in chosen.enumerated() { moves.restore(person, from: index, day, day + 1) }
    return true
  }

  private func chooseThoseOnDuty(_ slot: Int, _ day: Int) {
    chosen.removeAll(keepingCapacity: true)
    let first = random.below(scope.people.count)
    let most = 2 + random.below(settings.mostPlaced - 1)
    for offset in scope.people.indices where chosen.count < most {
      let person = scope.people[(first + offset) % scope.people.count]
      let cell = person * grid.dayCount + day
      let length = Int(state.lengthOf[cell])
      if length > 0, (state.slot(cell)..<state.slot(cell) + length).contains(slot) { chosen.append(person) }
    }
  }

  /// The first slot from a random one on, among those that duties of a day touch, at which another place would cost less.
  private func troubledSlot(_ day: Int) -> Int? {
    guard grid.firstStart[day] < grid.firstStart[day + 1] else { return nil }
    let from = Int(grid.startSlot[grid.firstStart[day]])
    let to = min(grid.slotCount, Int(grid.startSlot[grid.firstStart[day + 1] - 1]) + grid.shortest)
    let first = random.below(to - from)
    for offset in 0..<to - from {
      let slot = from + (first + offset) % (to - from)
      if state.isUneven(slot) { return slot }
    }
    return nil
  }

  private func step(_ temperature: Double) {
    let days = scope.last - scope.first
    let length = min(days, 1 + random.below(random.below(settings.wideShare) == 0 ? days : settings.mostDays))
    let first = scope.first + random.below(days - length + 1)
    let last = first + length
    choosePeople(first, last)
    shake(first, last)
    let before = state.value
    for (index, person) in chosen.enumerated() { moves.save(person, as: index) }
    for person in chosen { moves.remove(person, first, last) }
    var isLawful = true
    for person in chosen where isLawful { isLawful = moves.insert(person, first, last, &random) }
    if isLawful && accepts(state.value - before, temperature) { return }
    for (index, person) in chosen.enumerated() { moves.restore(person, from: index, first, last) }
  }

  private func accepts(_ worsening: Int, _ temperature: Double) -> Bool {
    worsening <= 0 || Double(worsening) < -temperature * log(max(random.unit(), 1e-12))
  }

  private func choosePeople(_ first: Int, _ last: Int) {
    let count = min(scope.people.count, 1 + random.below(settings.mostPeople))
    chosen.removeAll(keepingCapacity: true)
    while chosen.count < count {
      let person = scope.people[random.below(scope.people.count)]
      if !chosen.contains(person) { chosen.append(person) }
    }
  }

  private func shake(_ first: Int, _ last: Int) {
    let day = first + random.below(last - first)
    guard grid.firstStart[day] < grid.firstStart[day + 1] else { return }
    let from = Int(grid.startSlot[grid.firstStart[day]])
    let to = min(grid.slotCount, Int(grid.startSlot[grid.firstStart[day + 1] - 1]) + 1)
    state.shake(from, to, &random)
  }

  /// Takes over the rosters of `people` from another lane.
  func adopt(_ people: [Int], from other: SlotState) {
    for cell in people.lazy.flatMap({ $0 * self.grid.dayCount..<($0 + 1) * self.grid.dayCount }) {
      let places = cell * grid.longest
      let length = Int(other.lengthOf[cell])
      if state.lengthOf[cell] == other.lengthOf[cell],
        length == 0
          || (state.startOf[cell] == other.startOf[cell]
            && memcmp(state.placesOf + places, other.placesOf + places, length) == 0)
      {
        continue
      }
      state.count(cell, sign: -1)
      state.startOf[cell] = other.startOf[cell]
      state.lengthOf[cell] = other.lengthOf[cell]
      (state.placesOf + places).update(from: other.placesOf + places, count: length)
      state.count(cell, sign: 1)
    }
  }
}
