import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Pricing of free starts")
struct SlotPricingTests {
  private func table(_ problem: SlotProblem, _ seed: UInt64) -> DutyTable {
    let duties = DutyTable(SlotGrid(problem), placeCount: problem.placeCount)
    var random = SeededRandom(seed: seed)
    for slot in 0..<problem.slotCount {
      for place in 0..<problem.placeCount { duties.price[slot * duties.width + place] = Float(random.below(21) - 10) }
    }
    duties.pricesChanged(0, problem.slotCount)
    return duties
  }

  private func price(_ duty: SlotDuty, _ duties: DutyTable) -> Float {
    duty.places.enumerated().reduce(0) {
      $0 + duties.price[(duty.start + $1.offset) * duties.width + Int($1.element)]
    }
  }

  @Test("Each duty costs what the cheapest of all ways through the places costs", arguments: 0..<20)
  func dutiesAreCheapest(seed: UInt64) {
    let problem = SlotProblemOracle.problem(seed)
    let duties = table(problem, seed)
    let grid = duties.grid
    duties.refresh(0, problem.dayCount)
    let places = UnsafeMutablePointer<UInt8>.allocate(capacity: grid.longest)
    defer { places.deallocate() }
    for start in 0..<grid.startCount {
      let slot = Int(grid.startSlot[start])
      for length in problem.dutyLength where slot + length <= problem.slotCount {
        let chains = SlotProblemOracle.chains(length, problem)
        let cheapest = chains.map { price(SlotDuty(start: slot, places: $0), duties) }.min()
        #expect(duties.cost[start * grid.lengthCount + length - grid.shortest] == cheapest)
        duties.trace(start: start, length: length, into: places)
        let traced = Array(UnsafeBufferPointer(start: places, count: length))
        #expect(chains.contains(traced))
        #expect(price(SlotDuty(start: slot, places: traced), duties) == cheapest)
      }
    }
  }

  @Test("Each roster is the cheapest of all rosters with its number of slots", arguments: 0..<40)
  func rostersAreCheapest(seed: UInt64) {
    var problem = SlotProblemOracle.problem(seed)
    problem.mostDaysInARow = problem.dayCount
    let duties = table(problem, seed)
    let table = RosterTable(duties.grid, duties: duties, mostSlots: 12)
    let window = RosterTable.Window(first: 0, last: problem.dayCount, earliest: 0, latest: problem.slotCount)
    table.sweep(window, fewest: 0, most: 12)
    var picks: [RosterTable.Pick] = []
    for slots in 0...12 {
      let rosters = SlotProblemOracle.rosters(SlotProblem.Person(slots: slots...slots), problem)
      let cheapest = rosters.map { $0.reduce(0) { $0 + price($1, duties) } }.min()
      #expect(table.best(window, fewest: slots, most: slots, into: &picks) == cheapest)
      if cheapest == nil { continue }
      #expect(picks.reduce(0) { $0 + $1.length } == slots)
      let value = picks.reduce(Float(0)) {
        $0 + duties.cost[$1.start * duties.grid.lengthCount + $1.length - duties.grid.shortest]
      }
      #expect(value == cheapest)
    }
  }

  @Test("After a change of prices only what it touches is worked out again, and rightly", arguments: 0..<10)
  func refreshIsExact(seed: UInt64) {
    let problem = SlotProblemOracle.problem(seed)
    let duties = table(problem, seed)
    duties.refresh(0, problem.dayCount)
    duties.price[4 * duties.width] += 7
    duties.pricesChanged(4, 5)
    duties.refresh(0, problem.dayCount)
    let fresh = DutyTable(duties.grid, placeCount: problem.placeCount)
    fresh.price.update(from: duties.price, count: problem.slotCount * duties.width)
    fresh.pricesChanged(0, problem.slotCount)
    fresh.refresh(0, problem.dayCount)
    for index in 0..<duties.grid.startCount * duties.grid.lengthCount {
      #expect(duties.cost[index] == fresh.cost[index])
    }
  }
}
