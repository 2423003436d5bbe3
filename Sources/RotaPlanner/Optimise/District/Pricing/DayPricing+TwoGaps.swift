import RotaEngine

/// Duties with a meal break and a split (R08), in either order: a head, a gap, a second stretch, a gap, and a tail or leave.
extension DayPricing {
  func twoGaps(
    _ paid: ClosedRange<Int>, _ meal: (gap: Int, after: Int), _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>,
    _ limits: SolveLimits
  ) {
    // A contract of short duties never gets to its meal break.
    guard meal.after < paid.upperBound else { return }
    let paid = max(paid.lowerBound, meal.after + 1)...paid.upperBound
    let most = paid.upperBound
    for split in form.lengths.splits {
      fillLater(gap: split, most: most, window)
      offerDuties(paid, (meal.gap, split), cost, window, limits)
    }
    guard !form.lengths.splits.isEmpty else { return }
    fillLater(gap: meal.gap, most: most, window)
    for split in form.lengths.splits { offerDuties(paid, (split, meal.gap), cost, window, limits) }
  }

  /// A head is worked out further only where the most that can follow it would beat what is known, and only for those numbers of slots.
  private func offerDuties(
    _ paid: ClosedRange<Int>, _ gaps: (Int, Int), _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>,
    _ limits: SolveLimits
  ) {
    let most = min(paid.upperBound, form.lengths.longestSpan - gaps.0 - gaps.1)
    guard most >= paid.lowerBound else { return }
    for start in window where form.starts.contains(start) {
      if limits.stopNow != nil { return }
      let heads = mostHead + start * width
      for first in stride(from: 1, through: min(width, most) - 1, by: 1) {
        let from = start + first + gaps.0
        guard from < window.upperBound else { break }
        let before = heads[first]
        if before == -.infinity { continue }
        let (after, known) = (later + from * (paid.upperBound + 1), known + first)
        let prices = cost.baseAddress! + (start * rows + from + gaps.1)
        let unpaid = unpaid(start + first, from)
        let longest = min(most - first, rows - 1 - from - gaps.1)
        var (lowest, highest, least) = (Int.max, 0, Double.infinity)
        for rest in stride(from: max(2, paid.lowerBound - first), through: longest, by: 1) {
          let needed = known[rest] + (prices[rest] - unpaid) - after[rest]
          guard before > needed else { continue }
          (lowest, highest, least) = (min(lowest, rest), rest, min(least, needed))
        }
        if highest > 0 { follow(start, first, gaps, lowest...highest, above: least, cost, window) }
      }
    }
  }

  /// Fills `later`: the most that two stretches with the gap between them earn, the gap's surplus counted as earned,
  /// `[start * (most + 1) + paid]`.
  private func fillLater(gap: Int, most: Int, _ window: Range<Int>) {
    later.update(repeating: -.infinity, count: rows * (most + 1))
    for start in window {
      for first in stride(from: 1, through: min(width - 1, most - 1), by: 1) {
        let from = start + first + gap
        guard from < window.upperBound else { break }
        let value = mostTail[start * width + first] + unpaid(start + first, from)
        if value == -.infinity { continue }
        let (all, next) = (later + (start * (most + 1) + first), mostTail + from * width)
        for second in 1...min(width - 1, most - first) { all[second] = max(all[second], value + next[second]) }
      }
    }
  }

  /// All duties that begin with this head and these gaps and have so many slots after it. Only heads worth more than `above` count.
  private func follow(
    _ start: Int, _ first: Int, _ gaps: (Int, Int), _ rests: ClosedRange<Int>, above: Double,
    _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>
  ) {
    let from = start + first + gaps.0
    let room = min(form.lengths.longestStretch, form.available[from], window.upperBound - from, rests.upperBound - 1)
    fillMiddle(start, first, from, room, above: above)
    let known = known + first
    for second in stride(from: 1, through: room, by: 1) {
      let next = from + second + gaps.1
      guard next < window.upperBound else { return }
      var before = -Double.infinity
      for spot in 0..<spotCount { before = max(before, middle[middleIndex(spot, placeCount - 1) + second]) }
      if before == -.infinity { continue }
      let longest = min(
        form.lengths.longestStretch, form.available[next], window.upperBound - next, rests.upperBound - second)
      let (after, prices) = (mostTail + next * width, cost.baseAddress! + (start * rows + next))
      let unpaid = unpaid(start + first, from) + unpaid(from + second, next)
      for third in stride(from: max(1, rests.lowerBound - second), through: longest, by: 1) {
        let price = prices[third] - unpaid
        guard before + after[third] - price > known[second + third] else { continue }
        let value = joinedMiddle(second, next, third).value - price
        if value > known[second + third] {
          let choice = Choice(
            worth: value, start: Int32(start), head: Int32(first), gap: Int32(gaps.0), tail: Int32(second),
            lastGap: Int32(gaps.1), last: Int32(third))
          note(choice, first + second + third)
        }
      }
    }
  }

  private func middleIndex(_ spot: Int, _ number: Int) -> Int { (number * spotCount + spot) * width }

  /// Fills `middle` after the heads of `first` slots from `start` that are worth more than `above`: the second stretch begins at `from` and
  /// has at most `room` slots. A row's entry 0 is 0 where the row has any other.
  private func fillMiddle(_ start: Int, _ first: Int, _ from: Int, _ room: Int, above: Double = -.infinity) {
    let spots = spots
    middle.update(repeating: -.infinity, count: width * spotCount * placeCount)
    for number in 0..<placeCount {
      for spot in spots.indices {
        let own = middle + middleIndex(spot, number)
        if number > 0 { own.update(from: middle + middleIndex(spot, number - 1), count: room + 1) }
        let before = head[index(start, first, spot, number)]
        let reach = min(reach(spot, from), room)
        guard before > above, reach >= spots[spot].least else { continue }
        own[0] = 0
        for length in spots[spot].least...reach { own[length] = max(own[length], before + earned(spot, from, length)) }
      }
      if number > 0 { move(start, first, from, room, number, above) }
    }
  }

  /// Changes of place in the second stretch: at once, or after work at another place.
  private func move(
    _ start: Int, _ first: Int, _ from: Int, _ room: Int, _ number: Int, _ above: Double
  ) {
    let (entry, spots) = (entry, spots)
    for to in spots.indices {
      let own = middle + middleIndex(to, number)
      var isReached = false
      for other in spots.indices where other != to && spots[to].place != spots[other].place {
        let travel = travel(other, to)
        guard travel < room else { continue }
        let before = middle + middleIndex(other, number - 1)
        let value = head[index(start, first, other, number - 1)]
        guard value > above || before[0] == 0 else { continue }
        if !isReached { entry.update(repeating: -.infinity, count: width) }
        isReached = true
        if value > above { entry[travel] = max(entry[travel], value) }
        if before[0] == 0 {
          for left in 1..<room - travel { entry[left + travel] = max(entry[left + travel], before[left]) }
        }
      }
      guard isReached else { continue }
      own[0] = 0
      work(spots[to], to, from, 0..<room, room, own)
    }
  }

  /// The best of the first two stretches, the second of `length` slots, and what follows from `next` on for `last` slots.
  private func joinedMiddle(_ length: Int, _ next: Int, _ last: Int) -> (value: Double, spot: Int, number: Int) {
    var best = (value: -Double.infinity, spot: 0, number: 0)
    for spot in 0..<spotCount {
      for number in 0..<placeCount {
        let after = index(next, last, spot, placeCount - 1 - number)
        let value = middle[middleIndex(spot, number) + length] + max(tail[after], leave[after])
        if value > best.value { best = (value, spot, number) }
      }
    }
    return best
  }

  // MARK: - Reading back

  func segmentsWithTwoGaps(_ choice: Choice) -> [(spot: Int, range: Range<Int>)] {
    let (start, first, length) = (Int(choice.start), Int(choice.head), Int(choice.tail))
    let from = start + first + Int(choice.gap)
    let next = from + length + Int(choice.lastGap)
    fillMiddle(start, first, from, length)
    let best = joinedMiddle(length, next, Int(choice.last))
    return middleSegments(start, first, from, length, best.spot, best.number)
      + afterGap(next, Int(choice.last), best.spot, placeCount - 1 - best.number)
  }

  private func middleSegments(
    _ start: Int, _ first: Int, _ from: Int, _ length: Int, _ spot: Int, _ number: Int
  ) -> [(spot: Int, range: Range<Int>)] {
    let value = middle[middleIndex(spot, number) + length]
    let own = spots[spot]
    if length >= own.least, reach(spot, from) >= length {
      let earned = earned(spot, from, length)
      for before in 0...number where head[index(start, first, spot, before)] + earned == value {
        return headSegments(start, first, spot, before) + [(spot, from..<from + length)]
      }
    }
    for arrival in 0..<length
    where number > 0 && length - arrival >= own.least && reach(spot, from + arrival) >= length - arrival {
      let earned = earned(spot, from + arrival, length - arrival)
      let segment = (spot, from + arrival..<from + length)
      for other in 0..<spotCount where other != spot && spots[other].place != own.place {
        let left = arrival - travel(other, spot)
        for before in 0..<number where left >= 0 {
          if left == 0, head[index(start, first, other, before)] + earned == value {
            return headSegments(start, first, other, before) + [segment]
          }
          if left > 0, middle[middleIndex(other, before) + left] + earned == value {
            return middleSegments(start, first, from, left, other, before) + [segment]
          }
        }
      }
    }
    preconditionFailure("A second stretch's value comes from one of its last segments.")
  }
}
