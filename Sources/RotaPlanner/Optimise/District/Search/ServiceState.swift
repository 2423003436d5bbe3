/// Who is present in which cell and which visits are served: changed step by step, with a journal so that a change can be taken back.
final class ServiceState {
  let tables: ServiceTables
  /// One block of memory with a section each for people present, visits arrived, seat minutes taken (by cell), visits waiting (by
  /// item), visits served (by option), holders of needed skills (by cell and skill), openings that begin (by stretch of host hours) and
  /// promised slots that are not kept (by day).
  let memory: UnsafeMutablePointer<Int32>
  private let size: Int
  let arrivedAt: Int
  let seatsAt: Int
  let waitingAt: Int
  let servedAt: Int
  private let holdersAt: Int
  private let skillWidth: Int
  let begunAt: Int
  let brokenAt: Int
  /// Openings and visits as they stand, in micro units: prices of cells less the weight of the visits served.
  var price = 0
  /// Money of staffed and self-service cells.
  private(set) var money = Money.zero
  private var journal: [(index: Int32, old: Int32)] = []
  private var before = (price: 0, money: Money.zero)
  private var isTouched: [Bool]
  var touched: [Int32] = []

  init(_ tables: ServiceTables) {
    self.tables = tables
    skillWidth = max(1, tables.skills.map(\.count).max() ?? 1)
    arrivedAt = tables.cellCount
    seatsAt = 2 * tables.cellCount
    waitingAt = 3 * tables.cellCount
    servedAt = waitingAt + tables.visits.count
    holdersAt = servedAt + tables.options.count
    begunAt = holdersAt + tables.cellCount * skillWidth
    brokenAt = begunAt + tables.stretchCount
    size = brokenAt + tables.dayCount
    memory = .allocate(capacity: size)
    memory.update(repeating: 0, count: size)
    for (item, visits) in tables.visits.enumerated() { memory[waitingAt + item] = visits }
    isTouched = Array(repeating: false, count: tables.visits.count)
    for day in tables.brokenDay where day >= 0 { memory[brokenAt + Int(day)] += 1 }
    price =
      tables.idlePrice.reduce(0, +) + (0..<tables.dayCount).count { memory[brokenAt + $0] > 0 } * tables.brokenDayPrice
    money = tables.idleMoney
    for (cell, skills) in tables.carried { add(cell, skills: skills) }
    for cell in 0..<tables.cellCount where isOpen(cell) { fill(cell) }
    commit()
  }

  deinit { memory.deallocate() }

  // MARK: - Journal

  @inline(__always)
  func set(_ index: Int, _ value: Int32) {
    journal.append((Int32(index), memory[index]))
    memory[index] = value
  }

  /// Makes everything since the last commit final.
  func commit() {
    journal.removeAll(keepingCapacity: true)
    before = (price, money)
    clearTouched()
  }

  /// Takes back everything since the last commit.
  func rollBack() {
    for (index, old) in journal.reversed() { memory[Int(index)] = old }
    journal.removeAll(keepingCapacity: true)
    (price, money) = before
    clearTouched()
  }

  /// Takes over another state of the same tables that has nothing to take back.
  func adopt(_ other: ServiceState) {
    memory.update(from: other.memory, count: size)
    (price, money) = (other.price, other.money)
    commit()
  }

  func touch(_ item: Int) {
    if isTouched[item] { return }
    isTouched[item] = true
    touched.append(Int32(item))
  }

  private func clearTouched() {
    for item in touched { isTouched[Int(item)] = false }
    touched.removeAll(keepingCapacity: true)
  }

  // MARK: - Looking

  @inline(__always) func present(_ cell: Int) -> Int { Int(memory[cell]) }
  @inline(__always) func isOpen(_ cell: Int) -> Bool { memory[cell] > 0 || tables.isSelfService[cell] }
  @inline(__always) func rate(_ cell: Int) -> Int32 {
    memory[cell] * tables.staffRate[cell] + tables.selfRate[cell]
  }

  /// Visits served, by option.
  var servedCounts: [Int32] { Array(UnsafeBufferPointer(start: memory + servedAt, count: tables.options.count)) }

  /// Whether the people in the cell are as R18 and pinned numbers ask.
  func isLawful(_ cell: Int) -> Bool {
    let people = memory[cell]
    if people < tables.pinned[cell] { return false }
    if people == 0 { return true }
    if people < tables.leastStaff[cell] || people > tables.mostStaff[cell] { return false }
    return missingSkills(cell).isEmpty
  }

  /// Needed skills that nobody in the cell holds, by number.
  private func missingSkills(_ cell: Int) -> [Int] {
    let needed = tables.skills[cell / tables.slotCount]
    return needed.isEmpty ? [] : needed.indices.filter { memory[holdersAt + cell * skillWidth + $0] == 0 }
  }

  /// What one more person in the cell is worth, in units; `forbidden` where nobody may be added, `needed` more where somebody must.
  /// - Parameter isJoint: Others will come as far as they are needed; then the person is worth an equal part of what all of them are.
  func worth(_ cell: Int, skills: [String], forbidden: Double, needed: Double, isJoint: Bool) -> Double {
    let people = memory[cell]
    let together = isJoint && people == 0 ? max(1, tables.leastStaff[cell]) : 1
    if people >= tables.mostStaff[cell] { return forbidden }
    let station = tables.skills[cell / tables.slotCount]
    var bonus = 0.0
    if people == 0 {
      if tables.pinned[cell] == 0 {
        let isAble =
          isJoint ? station.isEmpty || station.contains(where: skills.contains) : station.allSatisfy(skills.contains)
        if tables.leastStaff[cell] > together || !isAble { return forbidden }
      } else {
        bonus = needed
      }
    } else if people < tables.leastStaff[cell] || people < tables.pinned[cell] {
      bonus = needed
    } else if !station.isEmpty {
      let missing = missingSkills(cell)
      if missing.contains(where: { skills.contains(station[$0]) }) { bonus = needed }
    }
    var worth = people == 0 ? tables.idlePrice[cell] - tables.staffedPrice[cell] + dayWorth(cell) : 0
    var places = rate(cell) + together * tables.staffRate[cell] - memory[arrivedAt + cell]
    var seats = tables.seatMinutes[cell] - memory[seatsAt + cell]
    for number in tables.arrivals[cell] {
      if places <= 0 || seats <= 0 { break }
      let option = tables.options[Int(number)]
      let waiting = memory[waitingAt + Int(option.item)]
      if waiting == 0 { continue }
      let share = (waiting + option.slotsHere - 1) / option.slotsHere
      let count = min(share, places, seats / max(1, option.minutes[0]))
      worth += Int(count) * tables.weights[Int(option.item)]
      places -= count
      seats -= count * option.minutes[0]
    }
    return Double(worth) / Double(together) / 1_000_000 + bonus
  }

  // MARK: - Changing

  /// Puts a person with these skills into the cell; visits follow with `settle`.
  func add(_ cell: Int, skills: [String]) {
    if memory[cell] == 0 {
      price += tables.staffedPrice[cell] - tables.idlePrice[cell]
      money += tables.staffedMoney[cell]
      countStaffed(cell, 1)
    }
    set(cell, memory[cell] + 1)
    count(cell, skills, 1)
    for slot in stride(
      from: cell, through: max(cell - tables.longestStay, cell / tables.slotCount * tables.slotCount), by: -1)
    {
      for number in tables.arrivals[slot] where memory[waitingAt + Int(tables.options[Int(number)].item)] > 0 {
        touch(Int(tables.options[Int(number)].item))
      }
    }
  }

  /// Takes a person with these skills out of the cell; visits that no longer fit wait again.
  func remove(_ cell: Int, skills: [String]) {
    set(cell, memory[cell] - 1)
    count(cell, skills, -1)
    if memory[cell] == 0 {
      price += tables.idlePrice[cell] - tables.staffedPrice[cell]
      money = money - tables.staffedMoney[cell]
      countStaffed(cell, -1)
      if !tables.isSelfService[cell] { close(cell) }
    }
    for number in tables.arrivals[cell].reversed() {
      let excess = memory[arrivedAt + cell] - rate(cell)
      if excess <= 0 { break }
      let count = min(excess, memory[servedAt + Int(number)])
      if count > 0 { take(-count, Int(number)) }
    }
  }

  private func count(_ cell: Int, _ skills: [String], _ change: Int32) {
    for (number, skill) in tables.skills[cell / tables.slotCount].enumerated() where skills.contains(skill) {
      let index = holdersAt + cell * skillWidth + number
      set(index, memory[index] + change)
    }
  }

  private func close(_ cell: Int) {
    let start = cell / tables.slotCount * tables.slotCount
    for back in 0...tables.longestStay where cell - back >= start {
      for number in tables.arrivals[cell - back] where tables.options[Int(number)].minutes.count > back {
        let count = memory[servedAt + Int(number)]
        if count > 0 { take(-count, Int(number)) }
      }
    }
  }
}
