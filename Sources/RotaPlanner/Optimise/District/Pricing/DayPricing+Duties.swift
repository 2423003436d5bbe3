/// The step from stretches to duties.
extension DayPricing {
  func single(_ paid: ClosedRange<Int>, _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>) {
    let most = min(paid.upperBound, form.longestStretch, form.longestSpan)
    for start in window where form.starts.contains(start) {
      for length in stride(from: paid.lowerBound, through: min(most, window.upperBound - start), by: 1) {
        let value = mostHead[start * width + length] - cost[start * rows + start + length]
        if value > choices[length].worth {
          choices[length] = Choice(worth: value, start: Int32(start), head: Int32(length))
        }
      }
    }
  }

  func double(
    _ paid: ClosedRange<Int>, gap: Int, above: Int, _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>
  ) {
    let fewest = max(paid.lowerBound, above + 1)
    let most = min(paid.upperBound, form.longestSpan - gap)
    for start in window where form.starts.contains(start) {
      for first in stride(from: 1, through: min(form.longestStretch, most - 1), by: 1) {
        let from = start + first + gap
        guard from < window.upperBound else { break }
        let before = mostHead[start * width + first]
        if before == -.infinity { continue }
        let room = min(form.longestStretch, form.available[from], window.upperBound - from, most - first)
        for second in stride(from: max(1, fewest - first), through: room, by: 1) {
          let price = cost[start * rows + from + second]
          let known = choices[first + second].worth
          guard before + mostTail[from * width + second] - price > known else { continue }
          let value = joined(start, first, from, second) - price
          if value > known {
            choices[first + second] = Choice(
              worth: value, start: Int32(start), head: Int32(first), gap: Int32(gap), tail: Int32(second))
          }
        }
      }
    }
  }

  /// The best of a head and what follows a gap: the same place goes on, or another one.
  func joined(_ start: Int, _ first: Int, _ from: Int, _ second: Int) -> Double {
    var value = -Double.infinity
    for spot in 0..<spotCount {
      for number in 0..<placeCount {
        let after = index(from, second, spot, placeCount - 1 - number)
        value = max(value, head[index(start, first, spot, number)] + max(tail[after], leave[after]))
      }
    }
    return value
  }

  /// The most that a stretch earns wherever it begins.
  func stretches() -> [Double] {
    let last = placeCount - 1
    return (0..<form.count).flatMap { start in
      (0..<width).map { length in
        (0..<spotCount).reduce(-Double.infinity) { max($0, tail[index(start, length, $1, last)]) }
      }
    }
  }

  /// Meal break and split in one duty, in either order.
  func triple(_ paid: ClosedRange<Int>, _ meal: (gap: Int, after: Int), _ cost: UnsafeBufferPointer<Double>) {
    let stretch = stretches()
    let (count, width) = (form.count, width)
    let fewest = max(paid.lowerBound, meal.after + 1)
    let most = paid.upperBound
    // Two stretches around a meal break, by start and paid slots: worth and the first one's length.
    var pairs = [(worth: Double, first: Int)](repeating: (-.infinity, 0), count: count * (most + 1))
    for start in 0..<count {
      for first in 1..<width where stretch[start * width + first] > -.infinity {
        let from = start + first + meal.gap
        guard from < count else { break }
        for second in 1..<width where first + second < most {
          let worth = stretch[start * width + first] + stretch[from * width + second]
          if worth > pairs[start * (most + 1) + first + second].worth {
            pairs[start * (most + 1) + first + second] = (worth, first)
          }
        }
      }
    }
    for start in form.starts {
      for split in form.splits {
        for pair in 2..<max(2, most) {
          for single in 1..<min(width, most - pair + 1) where pair + single >= fewest {
            let length = pair + single + split + meal.gap
            guard length <= form.longestSpan, start + length <= count else { break }
            let price = cost[start * (count + 1) + start + length]
            let early = pairs[start * (most + 1) + pair]
            let after = start + pair + meal.gap + split
            offer(
              early.worth + stretch[after * width + single] - price, pair + single,
              [start, early.first, meal.gap, pair - early.first, split, single])
            let late = pairs[(start + single + split) * (most + 1) + pair]
            offer(
              stretch[start * width + single] + late.worth - price, pair + single,
              [start, single, split, late.first, meal.gap, pair - late.first])
          }
        }
      }
    }
  }

  func offer(_ worth: Double, _ paid: Int, _ form: @autoclosure () -> [Int]) {
    guard worth > choices[paid].worth else { return }
    let numbers = form().map { Int32($0) }
    choices[paid] = Choice(
      worth: worth, start: numbers[0], head: numbers[1], gap: numbers[2], tail: numbers[3], lastGap: numbers[4],
      last: numbers[5])
  }
}
