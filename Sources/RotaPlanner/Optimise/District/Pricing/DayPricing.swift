/// A dynamic program over the duties of a `DayForm`: the best duty for each number of paid slots, at given worths of the slots.
///
/// Three tables. `tail[b][L][p][m]`: the most that a stretch of L paid slots earns that works at p from b on, when it may change to
/// m more places. `leave[b][L][p][m]`: the same when it begins with the travel from p to another place. `head[a][L][p][n]`: a stretch of
/// L slots from a on that ends at p, having been at n + 1 places at most. A duty is a head, or a head, a gap, and a tail or leave, or
/// has a second stretch and a gap before these (`twoGaps`).
///
/// Complexity: O(T L P (L + P) N + T G L^2 P N) for T slots, L slots of the longest stretch, P places, N places a duty, G gaps; with two
/// gaps O(T G L^2) to see which heads may be worth going on from, and O(L P (L + P) N + L^2 P N) for each of these.
final class DayPricing {
  /// Where the best duty with some number of paid slots lies.
  struct Choice {
    var worth = -Double.infinity
    var start: Int32 = 0
    var head: Int32 = 0
    var gap: Int32 = 0
    var tail: Int32 = 0
    /// The second gap and the third stretch.
    var lastGap: Int32 = 0
    var last: Int32 = 0
  }

  private(set) var form: DayForm
  var block: UnsafeMutablePointer<Double> = .allocate(capacity: 1)
  var space = 1
  var sums: UnsafeMutablePointer<Double>
  var head: UnsafeMutablePointer<Double>
  var tail: UnsafeMutablePointer<Double>
  var leave: UnsafeMutablePointer<Double>
  /// The most of any head, and of any tail or leave, by slot and length.
  var mostHead: UnsafeMutablePointer<Double>
  var mostTail: UnsafeMutablePointer<Double>
  /// The most of a head before a place is reached, by slots gone.
  var entry: UnsafeMutablePointer<Double>
  /// `middle[n][p][L]`: the most of a head, a gap and a second stretch of L slots that ends at p, having been at n + 1 places at most.
  var middle: UnsafeMutablePointer<Double>
  var spotCount = 0
  var placeCount = 1
  var width = 1
  var rows = 1
  /// By number of paid slots; a buffer, so that debug builds check each index.
  var choices: UnsafeMutableBufferPointer<Choice> = .allocate(capacity: 0)
  /// Numbers of paid slots that `best` tells of: all below.
  private(set) var countEnd = 0
  /// By number of paid slots: what a duty must be worth more than to be of use.
  var known: UnsafeMutablePointer<Double>
  /// For duties with two gaps: the most that two stretches earn, by start and paid slots.
  var later: UnsafeMutablePointer<Double>
  /// By slot of the window: what all slots before it would cost, if paid, beside the rate of the form's day.
  var surplus: UnsafeMutablePointer<Double>
  private var extra: [Double] = []

  init(_ form: DayForm) {
    self.form = form
    sums = block
    head = block
    tail = block
    leave = block
    mostHead = block
    mostTail = block
    entry = block
    middle = block
    known = block
    later = block
    surplus = block
  }

  deinit {
    block.deallocate()
    choices.deallocate()
  }

  /// The best duty with that number of paid slots.
  func best(_ count: Int) -> Choice { choices[count] }

  /// The paid time of that duty, in slots of the window.
  func stretches(_ count: Int) -> [Range<Int>] {
    let choice = choices[count]
    let (start, first) = (Int(choice.start), Int(choice.head))
    let second = start + first + Int(choice.gap)
    let third = second + Int(choice.tail) + Int(choice.lastGap)
    return [start..<start + first, second..<second + Int(choice.tail), third..<third + Int(choice.last)]
      .filter { !$0.isEmpty }
  }

  @inline(__always)
  func index(_ at: Int, _ length: Int, _ spot: Int, _ places: Int) -> Int {
    ((spot * placeCount + places) * rows + at) * width + length
  }

  /// Fills `best` with the worth of the best duty by paid slots.
  /// - Parameters:
  ///   - worths: By cell what a person there earns in the slot, then by delivery slot what a place in the crew earns.
  ///   - spanCost: What a duty costs by its start and end, `[start * (count + 1) + end]`, in the window's slots.
  ///   - surplus: By slot of the window, and its end: what all slots before it cost, if paid, beyond what the caller takes off by
  ///     the number of slots; empty: nothing.
  ///   - window: Duties lie in these slots of the window.
  ///   - extra: What a number of paid slots is worth besides, up to the most that can be used. With it only the best duty of all numbers
  ///     is found for sure, and found sooner.
  ///   - looksAtTwoGaps: Whether duties with a meal break and a split are among those looked at.
  func price(
    _ form: DayForm, worths: UnsafePointer<Double>, spanCost: [Double], surplus: [Double] = [], window: Range<Int>,
    extra: [Double] = [], looksAtTwoGaps: Bool = true
  ) {
    self.form = form
    self.extra = extra
    countEnd = 0
    guard let paid = form.paid, !form.spots.isEmpty, form.count > 0 else { return }
    reserve(paid.upperBound + 1)
    for (slot, sum) in surplus.enumerated() { self.surplus[slot] = sum }
    fillSums(worths)
    let window = window.clamped(to: 0..<form.count)
    fillTails(window)
    fillHeads(window)
    fillMost(window)
    withSurplus(spanCost, surplus).withUnsafeBufferPointer { cost in
      single(paid, cost, window)
      raiseBar()
      if let meal = form.meal { double(paid, gap: meal.gap, above: meal.after, cost, window) }
      for gap in form.splits { double(paid, gap: gap, above: 0, cost, window) }
      raiseBar()
      if looksAtTwoGaps, let meal = form.meal { twoGaps(paid, meal, cost, window) }
    }
  }

  /// Span costs with the surplus of the whole span; a gap takes its part off again.
  private func withSurplus(_ spanCost: [Double], _ surplus: [Double]) -> [Double] {
    guard !surplus.isEmpty else { return spanCost }
    return spanCost.indices.map { index in
      let (start, end) = (index / rows, index % rows)
      return start < end ? spanCost[index] + surplus[end] - surplus[start] : spanCost[index]
    }
  }

  /// What of the span's surplus is not paid in an unpaid gap.
  @inline(__always)
  func unpaid(_ from: Int, _ to: Int) -> Double { surplus[to] - surplus[from] }

  /// Where only the best of all numbers of slots counts, a duty must beat the best so far, no duty included.
  private func raiseBar() {
    guard !extra.isEmpty else { return }
    let counts = 0..<min(countEnd, extra.count)
    let best = counts.reduce(0.0) { max($0, choices[$1].worth + extra[$1]) }
    for count in 0..<countEnd { known[count] = count < extra.count ? best - extra[count] : .infinity }
  }

  func reserve(_ counts: Int) {
    spotCount = form.spots.count
    placeCount = min(form.mostPlaces, 2 * spotCount)
    width = form.longestStretch + 1
    rows = form.count + 1
    let table = rows * width * spotCount * placeCount
    let size =
      3 * table + 2 * rows * width + spotCount * rows + width * (1 + spotCount * placeCount) + counts + rows * counts
      + rows
    if size > space {
      block.deallocate()
      block = .allocate(capacity: size)
      space = size
    }
    head = block
    tail = head + table
    leave = tail + table
    mostHead = leave + table
    mostTail = mostHead + rows * width
    sums = mostTail + rows * width
    entry = sums + spotCount * rows
    middle = entry + width
    known = middle + width * spotCount * placeCount
    later = known + counts
    surplus = later + rows * counts
    surplus.update(repeating: 0, count: rows)
    known.update(repeating: -.infinity, count: counts)
    block.update(repeating: -.infinity, count: 3 * table + 2 * rows * width)
    choices.deallocate()
    choices = .allocate(capacity: counts)
    choices.initialize(repeating: Choice())
    countEnd = counts
  }

  /// Notes a duty that is worth more than what is known for its number of paid slots.
  @inline(__always)
  func note(_ choice: Choice, _ count: Int) {
    choices[count] = choice
    known[count] = choice.worth
  }
}
