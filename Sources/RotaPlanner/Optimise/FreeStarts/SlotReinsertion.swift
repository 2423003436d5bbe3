import RotaEngine

/// Takes duties of a few people out of a rota and puts the cheapest ones back, one person after the other.
final class SlotReinsertion {
  let state: SlotState
  let rosters: RosterTable
  private let grid: SlotGrid
  private let problem: SlotProblem
  private var picks: [RosterTable.Pick] = []
  private var saved: [SavedRoster] = []
  private var traces = 0
  /// What putting one duty at other places takes, new prices included, in sweeps of rows and starts.
  private static let traceWork = 50

  private struct SavedRoster {
    let starts: UnsafeMutablePointer<Int32>
    let lengths: UnsafeMutablePointer<Int32>
    let places: UnsafeMutablePointer<UInt8>
  }

  init(_ state: SlotState, most people: Int) {
    self.state = state
    grid = state.grid
    problem = state.problem
    rosters = RosterTable(
      grid, duties: state.duties, mostSlots: problem.people.map(\.slots.upperBound).max() ?? 0)
    for _ in 0..<people {
      saved.append(
        SavedRoster(
          starts: .filled(grid.dayCount, 0), lengths: .filled(grid.dayCount, 0),
          places: .filled(grid.dayCount * grid.longest, 0)))
    }
  }

  deinit {
    for roster in saved {
      roster.starts.deallocate()
      roster.lengths.deallocate()
      roster.places.deallocate()
    }
  }

  /// Work done, in sweeps of rows and starts.
  var work: Int { rosters.work + state.duties.work + traces * Self.traceWork }

  /// Remembers a person's roster under number `index`.
  func save(_ person: Int, as index: Int) {
    let cell = person * grid.dayCount
    saved[index].starts.update(from: state.startOf + cell, count: grid.dayCount)
    saved[index].lengths.update(from: state.lengthOf + cell, count: grid.dayCount)
    saved[index].places.update(from: state.placesOf + cell * grid.longest, count: grid.dayCount * grid.longest)
  }

  /// Puts a remembered roster back where it differs, on the days [first, last).
  func restore(_ person: Int, from index: Int, _ first: Int, _ last: Int) {
    remove(person, first, last)
    for day in first..<last where saved[index].lengths[day] > 0 {
      let cell = person * grid.dayCount + day
      state.startOf[cell] = saved[index].starts[day]
      state.lengthOf[cell] = saved[index].lengths[day]
      (state.placesOf + cell * grid.longest).update(
        from: saved[index].places + day * grid.longest, count: Int(saved[index].lengths[day]))
      state.count(cell, sign: 1)
    }
  }

  /// Takes out the person's duties of the days [first, last).
  func remove(_ person: Int, _ first: Int, _ last: Int) {
    for day in first..<last {
      let cell = person * grid.dayCount + day
      state.count(cell, sign: -1)
      state.lengthOf[cell] = 0
    }
  }

  /// Puts the cheapest duties into the days [first, last), which hold none of the person's, but none on the days `free`; false when no
  /// lawful ones were found.
  func insert(_ person: Int, _ first: Int, _ last: Int, free: [Int] = [], _ random: inout SeededRandom) -> Bool {
    let (window, fixed) = opening(person, first, last)
    let fewest = problem.people[person].slots.lowerBound - fixed
    let most = problem.people[person].slots.upperBound - fixed
    if most < 0 { return false }
    defer { for day in first..<last { rosters.banned[day] = false } }
    for day in free { rosters.banned[day] = true }
    // A run of too many days is broken by keeping one of its days free, drawn by chance: cheaper than a longer state.
    for _ in 0..<8 {
      rosters.sweep(window, fewest: fewest, most: most)
      guard rosters.best(window, fewest: fewest, most: most, into: &picks) != nil else { return false }
      guard let run = runTooLong(person, first, last) else {
        place(person)
        return true
      }
      let open = run.clamped(to: first..<last)
      if open.isEmpty { return false }
      rosters.banned[open.lowerBound + random.below(open.count)] = true
    }
    return false
  }

  /// What the person's other duties leave open, and how many slots they have.
  private func opening(_ person: Int, _ first: Int, _ last: Int) -> (RosterTable.Window, Int) {
    var window = RosterTable.Window(first: first, last: last, earliest: 0, latest: grid.slotCount)
    var fixed = 0
    for day in 0..<grid.dayCount {
      let cell = person * grid.dayCount + day
      let length = Int(state.lengthOf[cell])
      if length == 0 { continue }
      fixed += length
      if day < first { window.earliest = max(window.earliest, state.slot(cell) + length + grid.rest) }
      if day >= last { window.latest = min(window.latest, state.slot(cell) - grid.rest) }
    }
    return (window, fixed)
  }

  /// The first run of more duty days than allowed, were the picks put in.
  private func runTooLong(_ person: Int, _ first: Int, _ last: Int) -> Range<Int>? {
    var next = 0
    var run = 0
    for day in 0..<grid.dayCount {
      var works = state.lengthOf[person * grid.dayCount + day] > 0
      if next < picks.count, Int(grid.startDay[picks[next].start]) == day {
        works = true
        next += 1
      }
      run = works ? run + 1 : 0
      if run > problem.mostDaysInARow { return (day - run + 1)..<(day + 1) }
    }
    return nil
  }

  /// Puts a duty that was counted out back in, at the places that cost least now.
  func putPlaces(_ cell: Int) {
    let length = Int(state.lengthOf[cell])
    if length == 0 { return }
    state.duties.trace(start: Int(state.startOf[cell]), length: length, into: state.placesOf + cell * grid.longest)
    state.count(cell, sign: 1)
    traces += 1
  }

  /// Makes everybody's duties those of `rota`, by start, each at the places that cost least when it is put in.
  func putTimes(of rota: SlotRota) {
    for person in problem.people.indices { remove(person, 0, grid.dayCount) }
    var cells: [Int] = []
    for (person, duties) in rota.duties.enumerated() {
      for duty in duties {
        let start = grid.startAtOrAfter[duty.start]
        let cell = person * grid.dayCount + Int(grid.startDay[start])
        state.startOf[cell] = Int32(start)
        state.lengthOf[cell] = Int32(duty.places.count)
        cells.append(cell)
      }
    }
    for cell in cells.sorted(by: { (state.startOf[$0], $0) < (state.startOf[$1], $1) }) { putPlaces(cell) }
  }

  private func place(_ person: Int) {
    // All places are read off before the first duty changes the prices.
    for pick in picks {
      let cell = person * grid.dayCount + Int(grid.startDay[pick.start])
      state.startOf[cell] = Int32(pick.start)
      state.lengthOf[cell] = Int32(pick.length)
      state.duties.trace(start: pick.start, length: pick.length, into: state.placesOf + cell * grid.longest)
    }
    for pick in picks { state.count(person * grid.dayCount + Int(grid.startDay[pick.start]), sign: 1) }
  }
}
