/// The shape of the two-level pricing problem of a `SlotProblem`, which prices never change: all possible starts, all possible
/// (start, length) pairs by their end, and where a roster may go on after a rest.
///
/// A *row* stands for "the duties up to some day have ended by some slot". Row 0 stands for "no duty yet"; the rows of a day lie
/// together, by end.
final class SlotGrid {
  let problem: SlotProblem
  let slotCount: Int
  let dayCount: Int
  let shortest: Int
  let longest: Int
  let rest: Int
  /// Lengths a duty may have.
  let lengthCount: Int
  /// Starts of all days, numbered through.
  let startCount: Int
  let startSlot: UnsafeMutablePointer<Int32>
  let startDay: UnsafeMutablePointer<Int32>
  /// The first start of each day, and one past the last.
  let firstStart: [Int]
  /// The first start at or after each slot.
  let startAtOrAfter: [Int]

  let rowCount: Int
  /// The first row of each day, and one past the last.
  let firstRow: [Int]
  let rowEnd: UnsafeMutablePointer<Int32>
  /// The day of each row; -1 for row 0.
  let rowDay: UnsafeMutablePointer<Int32>
  /// The row of earlier days whose duties have ended by the row's end, and the day it belongs to (-1: row 0).
  let rowBefore: UnsafeMutablePointer<Int32>
  let rowBeforeDay: UnsafeMutablePointer<Int32>
  /// The same for each start, with the rest kept.
  let rowBeforeStart: UnsafeMutablePointer<Int32>
  let rowBeforeStartDay: UnsafeMutablePointer<Int32>
  /// The (start, length) pairs that end at a row: positions in `pairStart` and `pairLength`.
  let firstPair: UnsafeMutablePointer<Int32>
  let pairStart: UnsafeMutablePointer<Int32>
  let pairLength: UnsafeMutablePointer<Int32>

  init(_ problem: SlotProblem) {
    self.problem = problem
    slotCount = problem.slotCount
    dayCount = problem.dayCount
    shortest = problem.dutyLength.lowerBound
    longest = problem.dutyLength.upperBound
    rest = problem.rest
    lengthCount = longest - shortest + 1
    let starts = Starts(problem)
    startCount = starts.slots.count
    startSlot = .copy(of: starts.slots)
    startDay = .copy(of: starts.days)
    firstStart = starts.first
    startAtOrAfter = starts.atOrAfter
    let rows = Rows(problem, starts)
    rowCount = rows.ends.count
    firstRow = rows.first
    rowEnd = .copy(of: rows.ends)
    rowDay = .copy(of: rows.days)
    rowBefore = .copy(of: rows.before.map(\.row))
    rowBeforeDay = .copy(of: rows.before.map(\.day))
    rowBeforeStart = .copy(of: rows.beforeStart.map(\.row))
    rowBeforeStartDay = .copy(of: rows.beforeStart.map(\.day))
    firstPair = .copy(of: rows.firstPair)
    pairStart = .copy(of: rows.pairs.map(\.start))
    pairLength = .copy(of: rows.pairs.map(\.length))
  }

  deinit {
    for pointer in [
      startSlot, startDay, rowEnd, rowDay, rowBefore, rowBeforeDay, rowBeforeStart, rowBeforeStartDay, firstPair,
      pairStart,
      pairLength,
    ] { pointer.deallocate() }
  }
}

/// The starts of all days in one list.
private struct Starts {
  var slots: [Int] = []
  var days: [Int] = []
  var first: [Int] = []
  var atOrAfter: [Int] = []

  init(_ problem: SlotProblem) {
    for (day, starts) in problem.starts.enumerated() {
      first.append(slots.count)
      for slot in starts where slot >= 0 && slot + problem.dutyLength.lowerBound <= problem.slotCount {
        slots.append(slot)
        days.append(day)
      }
    }
    first.append(slots.count)
    var next = 0
    for slot in 0...problem.slotCount {
      while next < slots.count && slots[next] < slot { next += 1 }
      atOrAfter.append(next)
    }
  }
}

/// The rows of all days and what leads to them.
private struct Rows {
  var ends: [Int] = [-1]
  var days: [Int] = [-1]
  var first: [Int] = []
  var before: [(row: Int, day: Int)] = [(0, -1)]
  var beforeStart: [(row: Int, day: Int)] = []
  var firstPair: [Int] = [0]
  var pairs: [(start: Int, length: Int)] = []

  init(_ problem: SlotProblem, _ starts: Starts) {
    for day in 0..<problem.dayCount {
      for start in starts.first[day]..<starts.first[day + 1] {
        beforeStart.append(latest(endingBy: starts.slots[start] - problem.rest, day: day - 1))
      }
      addDay(day, problem, starts)
    }
    first.append(ends.count)
    firstPair.append(pairs.count)
  }

  private mutating func addDay(_ day: Int, _ problem: SlotProblem, _ starts: Starts) {
    let range = starts.first[day]..<starts.first[day + 1]
    let base = ends.count
    first.append(base)
    guard let earliest = range.first.map({ starts.slots[$0] + problem.dutyLength.lowerBound }),
      let latest = range.last.map({ min(problem.slotCount, starts.slots[$0] + problem.dutyLength.upperBound) })
    else { return }
    var byEnd = [[(start: Int, length: Int)]](repeating: [], count: latest - earliest + 1)
    for start in range {
      for length in problem.dutyLength where starts.slots[start] + length <= problem.slotCount {
        byEnd[starts.slots[start] + length - earliest].append((start, length))
      }
    }
    // An end of an earlier day that falls among this day's ends gets a row too, so that no roster is lost.
    let older = day > 0 ? Set(ends[first[day - 1]..<base]) : []
    for (offset, found) in byEnd.enumerated() where !found.isEmpty || older.contains(earliest + offset) {
      before.append(self.latest(endingBy: earliest + offset, day: day - 1))
      ends.append(earliest + offset)
      days.append(day)
      firstPair.append(pairs.count)
      pairs += found
    }
  }

  /// The last row of `day` or earlier whose duties have all ended by `slot`.
  private func latest(endingBy slot: Int, day: Int) -> (row: Int, day: Int) {
    var day = day
    while day >= 0 {
      let upper = day + 1 < first.count ? first[day + 1] : ends.count
      if let row = (first[day]..<upper).last(where: { ends[$0] <= slot }) { return (row, day) }
      day -= 1
    }
    return (0, -1)
  }
}

extension UnsafeMutablePointer<Int32> {
  fileprivate static func copy(of values: [Int]) -> UnsafeMutablePointer<Int32> {
    let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (pointer + index).initialize(to: Int32(value)) }
    return pointer
  }
}
