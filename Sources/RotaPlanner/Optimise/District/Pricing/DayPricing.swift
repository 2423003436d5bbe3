import RotaEngine

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
  /// The form's places, worked out by the last call of `price`; with `mostStations` the stations worth most of them.
  private(set) var spots: [DayForm.Spot] = []
  private let mostStations: Int
  /// `[spot * rows + slot]`: lawful slots in a row; then `[from * spotCount + to]`: slots of travel.
  private var reaches: UnsafeMutablePointer<Int32> = .allocate(capacity: 1)
  private var ways: UnsafeMutablePointer<Int32>
  private var placeSpace = 1
  private let own = PricingBlock()
  private let shared: PricingBlock?
  /// Where the tables are.
  private var block: PricingBlock
  private var window = 0..<0
  /// Tables of more numbers than that lie in the shared block, if there is one.
  private let mostOwned: Int
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

  /// - Parameters:
  ///   - mostStations: Stations that a duty is looked for at; where there are more, at those worth most.
  ///   - shared: Memory for large tables, which the days of a roster take in turns.
  ///   - mostOwned: Most numbers in tables that are not large.
  init(_ form: DayForm, mostStations: Int = .max, shared: PricingBlock? = nil, mostOwned: Int = .max) {
    self.form = form
    self.mostOwned = mostOwned
    self.mostStations = mostStations
    self.shared = shared
    block = own
    ways = reaches
    let memory = own.memory
    (sums, head, tail, leave, mostHead) = (memory, memory, memory, memory, memory)
    (mostTail, entry, middle, known, later, surplus) = (memory, memory, memory, memory, memory, memory)
  }

  deinit {
    reaches.deallocate()
    choices.deallocate()
  }

  /// Lawful slots in a row at the spot, from that slot of the window on; for a run its whole length at its start, else 0.
  @inline(__always) func reach(_ spot: Int, _ slot: Int) -> Int { Int(reaches[spot * rows + slot]) }

  /// Slots of travel between two spots.
  @inline(__always) func travel(_ from: Int, _ to: Int) -> Int { Int(ways[from * spotCount + to]) }

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
  ///   - looksAtTwoGaps: Whether duties with a meal break and a split are among those looked at, unless `limits` end before: on a grid of
  ///     5 minutes they take a second.
  func price(
    _ form: DayForm, worths: UnsafePointer<Double>, spanCost: [Double], surplus: [Double] = [], window: Range<Int>,
    extra: [Double] = [], looksAtTwoGaps: Bool = true, limits: SolveLimits = .none
  ) {
    self.form = form
    self.extra = extra
    countEnd = 0
    guard let paid = form.lengths.paid, form.count > 0 else { return }
    readPlaces(worths)
    guard !spots.isEmpty else { return }
    reserve(paid.upperBound + 1)
    choices.deallocate()
    choices = .allocate(capacity: paid.upperBound + 1)
    choices.initialize(repeating: Choice())
    countEnd = paid.upperBound + 1
    for (slot, sum) in surplus.enumerated() { self.surplus[slot] = sum }
    fillSums(worths)
    let window = window.clamped(to: 0..<form.count)
    self.window = window
    fillTails(window)
    fillHeads(window)
    fillMost(window)
    withSurplus(spanCost, surplus).withUnsafeBufferPointer { cost in
      single(paid, cost, window)
      raiseBar()
      if let meal = form.lengths.meal { double(paid, gap: meal.gap, above: meal.after, cost, window) }
      for gap in form.lengths.splits { double(paid, gap: gap, above: 0, cost, window) }
      raiseBar()
      if looksAtTwoGaps, let meal = form.lengths.meal { twoGaps(paid, meal, cost, window, limits) }
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

  /// Fills the tables of stretches again when another day has taken their place, so that duties can be read back. `worths` are those of
  /// the last call of `price`.
  func restore(_ worths: UnsafePointer<Double>) {
    guard countEnd > 0, !block.isHeld(by: self) else { return }
    reserve(countEnd)
    fillSums(worths)
    fillTails(window)
    fillHeads(window)
  }

  /// Works out the places of the form.
  private func readPlaces(_ worths: UnsafePointer<Double>) {
    spots = form.spots()
    if spots.count > mostStations { keepBestStations(worths) }
    spotCount = spots.count
    rows = form.count + 1
    let size = spotCount * (rows + spotCount)
    if size > placeSpace {
      reaches.deallocate()
      reaches = .allocate(capacity: size)
      placeSpace = size
    }
    ways = reaches + spotCount * rows
    for (number, spot) in spots.enumerated() {
      let row = reaches + number * rows
      for slot in 0..<form.count { row[slot] = Int32(form.reach(spot, from: slot)) }
      row[form.count] = 0
      for (other, to) in spots.enumerated() {
        ways[number * spotCount + other] = Int32(form.tables.travelSlots(from: spot.place, to: to.place))
      }
    }
  }

  /// Leaves the stations that would earn most if the person were there all day, and all runs.
  private func keepBestStations(_ worths: UnsafePointer<Double>) {
    let ranked = spots.indices.filter { !spots[$0].isRun }.map { number -> (worth: Double, number: Int) in
      let spot = spots[number]
      let slots = (0..<form.count).lazy.filter { self.form.reach(spot, from: $0) > 0 }
      return (slots.reduce(0.0) { $0 + max(0, worths[spot.base + $1] - spot.away) }, number)
    }
    let kept = ranked.sorted { ($1.worth, $0.number) < ($0.worth, $1.number) }.prefix(mostStations).map(\.number)
      .sorted()
    spots = kept.map { spots[$0] } + spots.filter(\.isRun)
  }

  private func reserve(_ counts: Int) {
    placeCount = min(form.lengths.mostPlaces, 2 * spotCount)
    width = form.lengths.longestStretch + 1
    let table = rows * width * spotCount * placeCount
    let size =
      3 * table + 2 * rows * width + spotCount * rows + width * (1 + spotCount * placeCount) + counts + rows * counts
      + rows
    block = size > mostOwned ? shared ?? own : own
    block.take(size, for: self)
    head = block.memory
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
    head.update(repeating: -.infinity, count: 3 * table + 2 * rows * width)
  }

  /// Notes a duty that is worth more than what is known for its number of paid slots.
  @inline(__always)
  func note(_ choice: Choice, _ count: Int) {
    choices[count] = choice
    known[count] = choice.worth
  }
}
