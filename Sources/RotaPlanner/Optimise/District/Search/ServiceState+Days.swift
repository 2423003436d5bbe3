/// O12 and O13: how often a station opens on a day, and whether its promises are kept all day.
extension ServiceState {
  /// Counts a cell that becomes staffed (`change` 1) or empty (-1); the cells beside it stay as they are.
  func countStaffed(_ cell: Int, _ change: Int32) {
    let slot = cell % tables.slotCount
    let isStaffedBefore = slot > 0 ? memory[cell - 1] > 0 : tables.goesOn[cell / tables.slotCount]
    if !isStaffedBefore { countBegun(Int(tables.stretch[cell]), change) }
    if slot + 1 < tables.slotCount, memory[cell + 1] > 0 { countBegun(Int(tables.stretch[cell + 1]), -change) }
    let day = Int(tables.brokenDay[cell])
    guard day >= 0 else { return }
    let broken = memory[brokenAt + day]
    set(brokenAt + day, broken - change)
    if broken == change { price -= tables.brokenDayPrice } else if broken == 0 { price += tables.brokenDayPrice }
  }

  /// What staff in an empty cell is worth for O12 and O13, in micro units. Staff there and nowhere near begin an opening; beside staff they
  /// do not, and where both neighbours have some an opening ends. A stretch of cells is one opening less what its ends touch, so a cell
  /// has the price of an opening for each such neighbour. What keeping a day is worth counts in shares of what is missing to it.
  func dayWorth(_ cell: Int) -> Int {
    var worth = 0
    let stretch = Int(tables.stretch[cell])
    if stretch >= 0, tables.extraOpeningPrice > 0, memory[begunAt + stretch] > 0 {
      let slot = cell % tables.slotCount
      let isStaffedBefore = slot > 0 ? memory[cell - 1] > 0 : tables.goesOn[cell / tables.slotCount]
      if isStaffedBefore { worth += tables.extraOpeningPrice }
      if slot + 1 < tables.slotCount, memory[cell + 1] > 0, Int(tables.stretch[cell + 1]) == stretch {
        worth += tables.extraOpeningPrice
      }
    }
    let day = Int(tables.brokenDay[cell])
    if day >= 0, tables.brokenDayPrice > 0 { worth += tables.brokenDayPrice / Int(memory[brokenAt + day]) }
    return worth
  }

  private func countBegun(_ stretch: Int, _ change: Int32) {
    guard stretch >= 0 else { return }
    let begun = memory[begunAt + stretch]
    set(begunAt + stretch, begun + change)
    price += (Int(max(0, begun + change - 1)) - Int(max(0, begun - 1))) * tables.extraOpeningPrice
  }
}
