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
  }

  deinit {
    block.deallocate()
    choices.deallocate()
  }

  /// The best duty with that number of paid slots.
  func best(_ count: Int) -> Choice { choices[count] }

  @inline(__always)
  func index(_ at: Int, _ length: Int, _ spot: Int, _ places: Int) -> Int {
    ((spot * placeCount + places) * rows + at) * width + length
  }

  /// Fills `best` with the worth of the best duty by paid slots.
  /// - Parameters:
  ///   - worths: By cell what a person there earns in the slot, then by delivery slot what a place in the crew earns.
  ///   - spanCost: What a duty costs by its start and end, `[start * (count + 1) + end]`, in the window's slots.
  ///   - window: Duties lie in these slots of the window.
  ///   - extra: What a number of paid slots is worth besides, up to the most that can be used. With it only the best duty of all numbers
  ///     is found for sure, and found sooner.
  func price(
    _ form: DayForm, worths: UnsafePointer<Double>, spanCost: [Double], window: Range<Int>, extra: [Double] = []
  ) {
    self.form = form
    self.extra = extra
    countEnd = 0
    guard let paid = form.paid, !form.spots.isEmpty, form.count > 0 else { return }
    reserve(paid.upperBound + 1)
    fillSums(worths)
    let window = window.clamped(to: 0..<form.count)
    fillTails(window)
    fillHeads(window)
    fillMost(window)
    spanCost.withUnsafeBufferPointer { cost in
      single(paid, cost, window)
      raiseBar()
      if let meal = form.meal { double(paid, gap: meal.gap, above: meal.after, cost, window) }
      for gap in form.splits { double(paid, gap: gap, above: 0, cost, window) }
      raiseBar()
      if let meal = form.meal { twoGaps(paid, meal, cost, window) }
    }
  }

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
    known.update(repeating: -.infinity, count: counts)
    block.update(repeating: -.infinity, count: 3 * table + 2 * rows * width)
    choices.deallocate()
    choices = .allocate(capacity: counts)
    choices.initialize(repeating: Choice())
    countEnd = counts
  }

  func fillSums(_ worths: UnsafePointer<Double>) {
    for (spot, data) in form.spots.enumerated() {
      let row = sums + spot * rows
      row[0] = 0
      for slot in 0..<form.count {
        if data.isRun {
          row[slot + 1] = row[slot] + (data.reach[slot] > 0 ? worths[data.base] : 0)
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
    let (form, spots) = (form, form.spots)
    for start in window.reversed() {
      let room = min(form.longestStretch, form.available[start], window.upperBound - start)
      guard room > 0 else { continue }
      for spot in spots.indices {
        let reach = min(spots[spot].reach[start], room)
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
    let (spots, travel) = (form.spots, form.travel)
    for from in spots.indices {
      for to in spots.indices where to != from && spots[to].place != spots[from].place {
        let travel = travel[from * spots.count + to]
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
    let (form, spots) = (form, form.spots)
    for start in window where form.starts.contains(start) {
      let room = min(form.longestStretch, form.available[start], window.upperBound - start)
      guard room > 0 else { continue }
      for spot in spots.indices {
        let reach = min(spots[spot].reach[start], room)
        guard reach >= spots[spot].least else { continue }
        let heads = head + index(start, 0, spot, 0)
        for length in spots[spot].least...reach { heads[length] = earned(spot, start, length) }
      }
      for number in 1..<max(1, placeCount) { extendHeads(start, room, number, form) }
    }
  }

  /// Heads of up to `number` + 1 places: those of up to `number` places, or one of them, travel, and one more place.
  func extendHeads(_ start: Int, _ room: Int, _ number: Int, _ form: DayForm) {
    let (entry, spots) = (entry, form.spots)
    for to in spots.indices {
      let heads = head + index(start, 0, to, number)
      heads.update(from: head + index(start, 0, to, number - 1), count: room + 1)
      entry.update(repeating: -.infinity, count: room)
      for from in spots.indices where from != to && spots[to].place != spots[from].place {
        let travel = form.travel[from * spots.count + to]
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
      let reach = min(place.reach[start + arrival], room - arrival)
      guard reach >= place.least else { continue }
      let (before, all, at) = (entry[arrival], values + arrival, start + arrival)
      for length in place.least...reach { all[length] = max(all[length], before + earned(spot, at, length)) }
    }
  }

  /// Notes a duty that is worth more than what is known for its number of paid slots.
  @inline(__always)
  func note(_ choice: Choice, _ count: Int) {
    choices[count] = choice
    known[count] = choice.worth
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
