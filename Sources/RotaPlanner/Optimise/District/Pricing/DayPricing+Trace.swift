/// Reading a duty back from the tables, by exact comparison: the same sums are formed in the same order.
extension DayPricing {
  /// The segments of the best duty with `count` paid slots, as spots with intervals in the window's slots; the last call of `price` counts.
  func segments(_ count: Int) -> [(spot: Int, range: Range<Int>)] {
    let choice = choices[count]
    let (start, first) = (Int(choice.start), Int(choice.head))
    let places = placeCount
    if choice.lastGap > 0 { return segmentsWithTwoGaps(choice) }
    if choice.gap == 0 {
      let spot = (0..<spotCount).max {
        head[index(start, first, $0, places - 1)] < head[index(start, first, $1, places - 1)]
      }!
      return headSegments(start, first, spot, places - 1)
    }
    let from = start + first + Int(choice.gap)
    var found: (spot: Int, number: Int, value: Double) = (0, 0, -.infinity)
    for spot in 0..<spotCount {
      for number in 0..<places {
        let other = index(from, Int(choice.tail), spot, places - 1 - number)
        let value = head[index(start, first, spot, number)] + max(tail[other], leave[other])
        if value > found.value { found = (spot, number, value) }
      }
    }
    return headSegments(start, first, found.spot, found.number)
      + afterGap(from, Int(choice.tail), found.spot, places - 1 - found.number)
  }

  func headSegments(_ start: Int, _ length: Int, _ spot: Int, _ number: Int) -> [(spot: Int, range: Range<Int>)] {
    let value = head[index(start, length, spot, number)]
    if length >= spots[spot].least, reach(spot, start) >= length,
      !spots[spot].isRun || reach(spot, start) == length, earned(spot, start, length) == value
    {
      return [(spot, start..<start + length)]
    }
    for arrival in 1..<length where number > 0 {
      let last = length - arrival
      guard last >= spots[spot].least, reach(spot, start + arrival) >= last else { continue }
      for from in 0..<spotCount where from != spot && spots[from].place != spots[spot].place {
        let left = arrival - travel(from, spot)
        guard left > 0 else { continue }
        for before in 0..<number
        where head[index(start, left, from, before)] + earned(spot, start + arrival, last) == value {
          return headSegments(start, left, from, before) + [(spot, start + arrival..<start + length)]
        }
      }
    }
    preconditionFailure("A head's value comes from one of its last segments.")
  }

  func afterGap(_ start: Int, _ length: Int, _ spot: Int, _ more: Int) -> [(spot: Int, range: Range<Int>)] {
    let at = index(start, length, spot, more)
    return tail[at] >= leave[at]
      ? tailSegments(start, length, spot, more) : leaveSegments(start, length, spot, more)
  }

  func tailSegments(_ start: Int, _ length: Int, _ spot: Int, _ more: Int) -> [(spot: Int, range: Range<Int>)] {
    let value = tail[index(start, length, spot, more)]
    let reach = min(reach(spot, start), length)
    for own in stride(from: spots[spot].least, through: reach, by: 1) {
      let earned = earned(spot, start, own)
      if own == length, earned == value { return [(spot, start..<start + own)] }
      guard own < length, more > 0 else { continue }
      if earned + leave[index(start + own, length - own, spot, more)] == value {
        return [(spot, start..<start + own)] + leaveSegments(start + own, length - own, spot, more)
      }
    }
    preconditionFailure("A tail's value comes from one of its first segments.")
  }

  func leaveSegments(_ start: Int, _ length: Int, _ spot: Int, _ more: Int) -> [(spot: Int, range: Range<Int>)] {
    let value = leave[index(start, length, spot, more)]
    for to in 0..<spotCount where to != spot && spots[to].place != spots[spot].place {
      let travel = travel(spot, to)
      guard travel < length, tail[index(start + travel, length - travel, to, more - 1)] == value else { continue }
      return tailSegments(start + travel, length - travel, to, more - 1)
    }
    preconditionFailure("A leave's value comes from one of the places it goes to.")
  }
}
