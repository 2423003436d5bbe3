/// The times of everybody's duties where there is one place: changed duty by duty, at a known cost, and taken back.
final class SlotTimes {
  /// One duty as numbers; length 0: none.
  struct Span {
    /// Its first slot.
    var start: Int
    /// Its slots.
    var length: Int
    /// The slot after its last one.
    var end: Int { start + length }
    /// No duty.
    static let none = Span(start: 0, length: 0)
  }

  private let state: SlotState
  private let grid: SlotGrid
  private let problem: SlotProblem
  private let days: Int
  /// Slots on duty of each person.
  private let hours: UnsafeMutablePointer<Int32>
  private var changes: [(person: Int, day: Int, old: Span)] = []

  init(_ state: SlotState) {
    self.state = state
    grid = state.grid
    problem = state.problem
    days = state.grid.dayCount
    hours = .filled(state.problem.people.count, 0)
  }

  deinit { hours.deallocate() }

  /// Runs steps and then tells the state what they did to its cover.
  func change(_ steps: () -> Void) {
    for person in problem.people.indices {
      hours[person] = 0
      for day in 0..<days { hours[person] += state.lengthOf[person * days + day] }
    }
    let before = tally()
    steps()
    let after = tally()
    state.coverChanged(
      0, grid.slotCount, shortage: after.shortage - before.shortage, penalty: after.penalty - before.penalty)
  }

  /// Hard shortage and penalty of the cover as it is, both up to a constant.
  private func tally() -> (shortage: Int, penalty: Int) {
    var shortage = 0
    var penalty = 0
    for slot in 0..<grid.slotCount {
      let curve = state.curves.curve(slot)
      for count in 0..<Int(state.cover[slot]) {
        if state.curves.isShortage(slot, count) { shortage -= 1 } else { penalty += Int(curve[count]) }
      }
    }
    return (shortage, penalty)
  }

  /// A person's duty on a day.
  func span(_ person: Int, _ day: Int) -> Span {
    let cell = person * days + day
    let length = Int(state.lengthOf[cell])
    return Span(start: length == 0 ? 0 : state.slot(cell), length: length)
  }

  /// Whether the person's slots on duty are within the limits.
  func keepsHours(_ person: Int) -> Bool { problem.people[person].slots.contains(Int(hours[person])) }

  /// Whether a person may have this duty on this day instead of what is there; hours aside.
  func isLawful(_ person: Int, _ day: Int, _ new: Span) -> Bool {
    if new.length < grid.shortest || new.length > grid.longest || new.start < 0 || new.end > grid.slotCount {
      return false
    }
    let start = grid.startAtOrAfter[new.start]
    if start >= grid.startCount || Int(grid.startSlot[start]) != new.start || Int(grid.startDay[start]) != day {
      return false
    }
    var before = day - 1
    while before >= 0 && state.lengthOf[person * days + before] == 0 { before -= 1 }
    if before >= 0 && span(person, before).end + grid.rest > new.start { return false }
    var after = day + 1
    while after < days && state.lengthOf[person * days + after] == 0 { after += 1 }
    if after < days && new.end + grid.rest > span(person, after).start { return false }
    return state.lengthOf[person * days + day] > 0 || runWith(person, day) <= problem.mostDaysInARow
  }

  /// Days in a row that a duty on a free day makes.
  private func runWith(_ person: Int, _ day: Int) -> Int {
    var first = day
    while first > 0 && state.lengthOf[person * days + first - 1] > 0 { first -= 1 }
    var last = day
    while last < days - 1 && state.lengthOf[person * days + last + 1] > 0 { last += 1 }
    return last - first + 1
  }

  /// Puts a duty in the place of another one and returns what it costs.
  func put(_ person: Int, _ day: Int, _ new: Span) -> Int {
    let old = span(person, day)
    changes.append((person, day, old))
    let cell = person * days + day
    hours[person] += Int32(new.length - old.length)
    state.lengthOf[cell] = Int32(new.length)
    if new.length > 0 { state.startOf[cell] = Int32(grid.startAtOrAfter[new.start]) }
    if old.length == 0 { return add(new.start, new.end) }
    if new.length == 0 { return remove(old.start, old.end) }
    return remove(old.start, min(old.end, new.start)) + add(new.start, min(new.end, old.start))
      + remove(max(old.start, new.end), old.end) + add(max(new.start, old.end), new.end)
  }

  /// Keeps all that was put since the last time.
  func keep() { changes.removeAll(keepingCapacity: true) }

  /// Takes back all that was put since something was kept.
  func undo() {
    while let change = changes.popLast() {
      _ = put(change.person, change.day, change.old)
      changes.removeLast()
    }
  }

  private func add(_ from: Int, _ to: Int) -> Int {
    var cost = 0
    var slot = from
    while slot < to {
      cost += Int(state.curves.curve(slot)[Int(state.cover[slot])])
      state.cover[slot] += 1
      slot += 1
    }
    return cost
  }

  private func remove(_ from: Int, _ to: Int) -> Int {
    var cost = 0
    var slot = from
    while slot < to {
      state.cover[slot] -= 1
      cost -= Int(state.curves.curve(slot)[Int(state.cover[slot])])
      slot += 1
    }
    return cost
  }
}
