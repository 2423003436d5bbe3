/// The outer level of pricing: the cheapest duties of one person over a window of days, given the cost of each duty.
///
/// For each row of the grid and each number of slots worked so far the table holds the cheapest choice of duties; one sweep
/// answers for all limits on the slots at once. The limit on days in a row is left out here (see `banned`).
final class RosterTable {
  /// A duty as the table knows it.
  struct Pick {
    var start: Int
    var length: Int
  }
  /// The part of a roster that is open: days [first, last), duties within [earliest, latest) slots.
  struct Window {
    var first: Int
    var last: Int
    var earliest: Int
    var latest: Int
  }

  let grid: SlotGrid
  let duties: DutyTable
  /// Days on which no duty may start in the next sweep.
  let banned: UnsafeMutablePointer<Bool>
  /// Sweeps so far, in units of a row: a measure of work.
  private(set) var work = 0
  let stride: Int
  let values: UnsafeMutablePointer<Float>

  init(_ grid: SlotGrid, duties: DutyTable, mostSlots: Int) {
    self.grid = grid
    self.duties = duties
    stride = (mostSlots + 8) / 8 * 8
    banned = .filled(grid.dayCount, false)
    values = .filled(grid.rowCount * stride, DutyTable.never)
  }

  deinit {
    banned.deallocate()
    values.deallocate()
  }

  /// Fills the rows of the window for up to `most` slots; rosters that cannot reach `fewest` any more may be left out.
  func sweep(_ window: Window, fewest: Int, most: Int) {
    duties.refresh(window.first, window.last)
    for slots in 0...most { values[slots] = DutyTable.never }
    values[0] = 0
    for day in window.first..<window.last {
      let before = min(most, (day - window.first) * grid.longest)
      let needed = max(0, fewest - (window.last - 1 - day) * grid.longest)
      for row in grid.firstRow[day]..<grid.firstRow[day + 1] {
        carry(row, isFirst: row == grid.firstRow[day], window.first, most, before)
        if Int(grid.rowEnd[row]) > window.latest || banned[day] { continue }
        addPairs(row, window, needed, most, before)
      }
      work += grid.firstRow[day + 1] - grid.firstRow[day]
    }
  }

  /// The row of earlier days that a row goes on from, in a window that begins with `first`.
  @inline(__always)
  func before(_ row: Int, _ first: Int) -> Int { Int(grid.rowBeforeDay[row]) < first ? 0 : Int(grid.rowBefore[row]) }

  /// The same for a start.
  @inline(__always)
  func beforeStart(_ start: Int, _ first: Int) -> Int {
    Int(grid.rowBeforeStartDay[start]) < first ? 0 : Int(grid.rowBeforeStart[start])
  }

  private func carry(_ row: Int, isFirst: Bool, _ first: Int, _ most: Int, _ reached: Int) {
    let target = values + row * stride
    let older = values + before(row, first) * stride
    if isFirst {
      target.update(from: older, count: most + 1)
      return
    }
    target.update(from: target - stride, count: most + 1)
    if grid.rowBefore[row] == grid.rowBefore[row - 1] { return }
    var slots = 0
    while slots <= reached {
      let left = older[slots]
      let right = target[slots]
      target[slots] = left < right ? left : right
      slots += 1
    }
  }

  private func addPairs(_ row: Int, _ window: Window, _ needed: Int, _ most: Int, _ reached: Int) {
    let target = values + row * stride
    let lengthCount = grid.lengthCount
    let shortest = grid.shortest
    var pair = Int(grid.firstPair[row])
    let end = Int(grid.firstPair[row + 1])
    while pair < end {
      let start = Int(grid.pairStart[pair])
      let length = Int(grid.pairLength[pair])
      pair += 1
      if Int(grid.startSlot[start]) < window.earliest { continue }
      let cost = duties.cost[start * lengthCount + length - shortest]
      let source = values + beforeStart(start, window.first) * stride - length
      var slots = max(length, needed)
      let last = min(most, reached + length)
      while slots <= last {
        let left = source[slots] + cost
        let right = target[slots]
        target[slots] = left < right ? left : right
        slots += 1
      }
    }
  }

  /// The cheapest duties of the last sweep's window with `fewest` to `most` slots, in order of time; nil when there are none.
  func best(_ window: Window, fewest: Int, most: Int, into picks: inout [Pick]) -> Float? {
    picks.removeAll(keepingCapacity: true)
    if most < max(0, fewest) { return nil }
    let final = values + lastRow(window) * stride
    var slots = max(0, fewest)
    for candidate in slots...most where final[candidate] < final[slots] { slots = candidate }
    let value = final[slots]
    if value >= DutyTable.never / 2 { return nil }
    trace(window, slots, into: &picks)
    return value
  }

  private func lastRow(_ window: Window) -> Int {
    var day = window.last - 1
    while day >= window.first {
      if grid.firstRow[day + 1] > grid.firstRow[day] { return grid.firstRow[day + 1] - 1 }
      day -= 1
    }
    return 0
  }

  private func trace(_ window: Window, _ slots: Int, into picks: inout [Pick]) {
    var slots = slots
    var row = lastRow(window)
    while row > 0 {
      let value = values[row * stride + slots]
      let older = before(row, window.first)
      if values[older * stride + slots] == value {
        row = older
        continue
      }
      if row > grid.firstRow[Int(grid.rowDay[row])], values[(row - 1) * stride + slots] == value {
        row -= 1
        continue
      }
      let pick = pair(at: row, slots, value, window)
      picks.append(pick)
      slots -= pick.length
      row = beforeStart(pick.start, window.first)
    }
    picks.reverse()
  }

  private func pair(at row: Int, _ slots: Int, _ value: Float, _ window: Window) -> Pick {
    for pair in Int(grid.firstPair[row])..<Int(grid.firstPair[row + 1]) {
      let start = Int(grid.pairStart[pair])
      let length = Int(grid.pairLength[pair])
      if Int(grid.startSlot[start]) < window.earliest || length > slots { continue }
      let source = values[beforeStart(start, window.first) * stride + slots - length]
      if source + duties.cost[start * grid.lengthCount + length - grid.shortest] == value {
        return Pick(start: start, length: length)
      }
    }
    preconditionFailure("Every value of a roster table has a duty or a row that it came from.")
  }
}
