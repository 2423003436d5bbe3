/// Rostering with free starts: a duty begins at any allowed slot of a day, has any allowed length, and moves between places.
///
/// Slots count from 0 and last equally long. A duty belongs to the day among whose starts its first slot is. Everybody may
/// serve at every place.
struct SlotProblem: Sendable, Hashable {
  /// One person: total length of all duties, in slots, end values included.
  struct Person: Sendable, Hashable {
    /// Fewest to most slots on duty over the horizon.
    var slots: ClosedRange<Int>
  }

  /// Slots of the horizon; no duty ends after the last one.
  var slotCount: Int
  /// Places at which staff are wanted.
  var placeCount: Int
  /// For each day the slots at which a duty may start, ascending; later days start later.
  var starts: [[Int]]
  /// Shortest to longest duty, in slots.
  var dutyLength: ClosedRange<Int>
  /// Fewest slots without a change of place.
  var leastSegment: Int
  /// Fewest slots between the end of a duty and the start of the next one.
  var rest: Int
  /// Most days in a row on which a duty starts; before the first day everybody was off.
  var mostDaysInARow: Int
  /// The people.
  var people: [Person]
  /// What wants staff, at `slot * placeCount + place`.
  var rows: [CoverRow]
  /// Whether a rota with a shortage is unlawful, instead of paying what the rows say.
  var shortageIsHard: Bool

  /// A problem as given; see the properties.
  init(
    slotCount: Int, placeCount: Int, starts: [[Int]], dutyLength: ClosedRange<Int>, leastSegment: Int, rest: Int,
    mostDaysInARow: Int, people: [Person], rows: [CoverRow], shortageIsHard: Bool
  ) {
    precondition(rows.count == slotCount * placeCount, "Each slot and place needs one row.")
    precondition(placeCount <= 255, "Places are kept in bytes.")
    self.slotCount = slotCount
    self.placeCount = placeCount
    self.starts = starts
    self.dutyLength = dutyLength
    self.leastSegment = leastSegment
    self.rest = rest
    self.mostDaysInARow = mostDaysInARow
    self.people = people
    self.rows = rows
    self.shortageIsHard = shortageIsHard
  }

  /// The same people and times with all places made one, so that only the times of duties matter; its rows say how many are
  /// wanted in all, and prices must come from the rows of this problem.
  var pooled: SlotProblem {
    var pooled = self
    pooled.placeCount = 1
    pooled.leastSegment = 1
    pooled.rows = (0..<slotCount).map { slot in
      let rows = self.rows[slot * placeCount..<(slot + 1) * placeCount]
      return CoverRow(
        least: rows.reduce(0) { $0 + $1.least }, most: rows.reduce(0) { $0 + $1.most }, under: .linear(0),
        over: .linear(0))
    }
    return pooled
  }

  /// Number of days on which duties may start.
  var dayCount: Int { starts.count }
}

/// One duty: the place at each of its slots.
struct SlotDuty: Sendable, Hashable {
  /// The first slot.
  var start: Int
  /// The place at each slot from `start` on.
  var places: [UInt8]
}

/// The duties of each person, by start.
struct SlotRota: Sendable, Hashable {
  /// `[person][duty]`.
  var duties: [[SlotDuty]]

  /// Missing staff-slots where shortage is hard, and the objective without them.
  func worth(_ problem: SlotProblem) -> (shortage: Int, penalty: Int) {
    var cover = [Int](repeating: 0, count: problem.rows.count)
    for duty in duties.joined() {
      for (offset, place) in duty.places.enumerated() {
        cover[(duty.start + offset) * problem.placeCount + Int(place)] += 1
      }
    }
    var shortage = 0
    var penalty = 0
    for (row, count) in zip(problem.rows, cover) {
      if problem.shortageIsHard {
        shortage += max(0, row.least - count)
        penalty += row.over.cost(of: count - row.most)
      } else {
        penalty += row.cost(ofCover: count)
      }
    }
    return (shortage, penalty)
  }
}
