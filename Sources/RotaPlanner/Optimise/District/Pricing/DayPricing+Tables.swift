/// Filling the tables of stretches.
extension DayPricing {
  func fillSums(_ worths: UnsafePointer<Double>) {
    for (spot, data) in spots.enumerated() {
      let row = sums + spot * rows
      row[0] = 0
      for slot in 0..<form.count {
        if let start = data.runStart {
          row[slot + 1] = row[slot] + (slot == start ? worths[data.base] : 0)
        } else {
          row[slot + 1] = row[slot] + worths[data.base + slot] - data.away
        }
      }
    }
  }

  /// What `spot` earns from `start` on for `length` slots.
  @inline(__always)
  func earned(_ spot: Int, _ start: Int, _ length: Int) -> Double {
    let row = sums + (spot * rows + start)
    return row[length] - row[0]
  }

  func fillTails(_ window: Range<Int>) {
    let (form, spots) = (form, spots)
    for start in window.reversed() {
      let room = min(form.lengths.longestStretch, form.available[start], window.upperBound - start)
      guard room > 0 else { continue }
      for spot in spots.indices {
        let reach = min(reach(spot, start), room)
        guard reach >= spots[spot].least else { continue }
        let first = tail + index(start, 0, spot, 0)
        for length in spots[spot].least...reach { first[length] = earned(spot, start, length) }
        for more in 1..<max(1, placeCount) {
          let own = tail + index(start, 0, spot, more)
          own.update(from: first, count: room + 1)
          for length in stride(from: spots[spot].least, through: min(reach, room - 1), by: 1) {
            let (to, value) = (own + length, first[length])
            let next = leave + index(start + length, 0, spot, more)
            for rest in 1...room - length { to[rest] = max(to[rest], value + next[rest]) }
          }
        }
      }
      if placeCount > 1 { fillLeaves(start, room) }
    }
  }

  func fillLeaves(_ start: Int, _ room: Int) {
    let spots = spots
    for from in spots.indices {
      for to in spots.indices where to != from && spots[to].place != spots[from].place {
        let travel = travel(from, to)
        guard travel < room else { continue }
        for more in 1..<placeCount {
          let own = leave + index(start, travel, from, more)
          let other = tail + index(start + travel, 0, to, more - 1)
          for length in 1...room - travel { own[length] = max(own[length], other[length]) }
        }
      }
    }
  }

  func fillHeads(_ window: Range<Int>) {
    let (form, spots) = (form, spots)
    for start in window where form.starts.contains(start) {
      let room = min(form.lengths.longestStretch, form.available[start], window.upperBound - start)
      guard room > 0 else { continue }
      for spot in spots.indices {
        let reach = min(reach(spot, start), room)
        guard reach >= spots[spot].least else { continue }
        let heads = head + index(start, 0, spot, 0)
        for length in spots[spot].least...reach { heads[length] = earned(spot, start, length) }
      }
      for number in 1..<max(1, placeCount) { extendHeads(start, room, number) }
    }
  }

  /// Heads of up to `number` + 1 places: those of up to `number` places, or one of them, travel, and one more place.
  func extendHeads(_ start: Int, _ room: Int, _ number: Int) {
    let (entry, spots) = (entry, spots)
    for to in spots.indices {
      let heads = head + index(start, 0, to, number)
      heads.update(from: head + index(start, 0, to, number - 1), count: room + 1)
      entry.update(repeating: -.infinity, count: room)
      for from in spots.indices where from != to && spots[to].place != spots[from].place {
        let travel = travel(from, to)
        let before = head + index(start, 0, from, number - 1)
        for left in 1..<max(1, room - travel) { entry[left + travel] = max(entry[left + travel], before[left]) }
      }
      work(spots[to], to, start, 1..<max(1, room), room, heads)
    }
  }

  /// Works at a place after each way there in `entry`: raises `values`, by slots since `start`, where that earns more.
  @inline(__always)
  func work(
    _ place: DayForm.Spot, _ spot: Int, _ start: Int, _ arrivals: Range<Int>, _ room: Int,
    _ values: UnsafeMutablePointer<Double>
  ) {
    for arrival in arrivals where entry[arrival] > -.infinity {
      let reach = min(reach(spot, start + arrival), room - arrival)
      guard reach >= place.least else { continue }
      let (before, all, at) = (entry[arrival], values + arrival, start + arrival)
      for length in place.least...reach { all[length] = max(all[length], before + earned(spot, at, length)) }
    }
  }

  func fillMost(_ window: Range<Int>) {
    let last = placeCount - 1
    for spot in 0..<spotCount {
      for start in window {
        let (heads, tails) = (head + index(start, 0, spot, last), tail + index(start, 0, spot, last))
        let leaves = leave + index(start, 0, spot, last)
        let (most, mostAfter) = (mostHead + start * width, mostTail + start * width)
        for length in 1..<width {
          most[length] = max(most[length], heads[length])
          mostAfter[length] = max(mostAfter[length], tails[length], leaves[length])
        }
      }
    }
  }
}
