/// The step from stretches to duties.
extension DayPricing {
  func single(_ paid: ClosedRange<Int>, _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>) {
    let most = min(paid.upperBound, form.lengths.longestStretch, form.lengths.longestSpan)
    for start in window where form.starts.contains(start) {
      let (heads, prices) = (mostHead + start * width, cost.baseAddress! + start * rows + start)
      for length in stride(from: paid.lowerBound, through: min(most, window.upperBound - start), by: 1) {
        let value = heads[length] - prices[length]
        if value > known[length] { note(Choice(worth: value, start: Int32(start), head: Int32(length)), length) }
      }
    }
  }

  func double(
    _ paid: ClosedRange<Int>, gap: Int, above: Int, _ cost: UnsafeBufferPointer<Double>, _ window: Range<Int>
  ) {
    let fewest = max(paid.lowerBound, above + 1)
    let most = min(paid.upperBound, form.lengths.longestSpan - gap)
    for start in window where form.starts.contains(start) {
      let heads = mostHead + start * width
      for first in stride(from: 1, through: min(form.lengths.longestStretch, most - 1), by: 1) {
        let from = start + first + gap
        guard from < window.upperBound else { break }
        let before = heads[first]
        if before == -.infinity { continue }
        let room = min(form.lengths.longestStretch, form.available[from], window.upperBound - from, most - first)
        let (after, known) = (mostTail + from * width, known + first)
        let prices = cost.baseAddress! + (start * rows + from)
        let unpaid = unpaid(start + first, from)
        for second in stride(from: max(1, fewest - first), through: room, by: 1) {
          let price = prices[second] - unpaid
          guard before + after[second] - price > known[second] else { continue }
          let value = joined(start, first, from, second) - price
          if value > known[second] {
            let choice = Choice(
              worth: value, start: Int32(start), head: Int32(first), gap: Int32(gap), tail: Int32(second))
            note(choice, first + second)
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
}
