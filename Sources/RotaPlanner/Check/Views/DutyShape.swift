/// What a gap between two segments of a duty is (docs/model.md section 3).
enum GapKind {
  /// Shorter than the travel.
  case tooShort
  /// Travel and nothing else.
  case travel
  /// An unpaid meal break.
  case mealBreak
  /// An unpaid split.
  case split
  /// Free time of a length that is none of these; taken as unpaid.
  case unlawful
}

/// A gap between two segments.
struct DutyGap {
  let kind: GapKind
  /// From the end of one segment to the start of the next; where they overlap, what they share.
  let interval: Interval
  /// Start of the next minus end of the one before; negative where they overlap.
  let length: Minutes
  /// Travel up to slots.
  let travel: Minutes
}

/// A duty with what follows from its segments: gaps, stretches, paid minutes.
struct DutyShape {
  let duty: Duty
  let gaps: [DutyGap]
  /// Paid time between unpaid gaps, in order: the work intervals.
  let stretches: [Interval]
  /// Where clocks are changed.
  private let changes: [ClockChange]

  /// Minutes of a protected person's duty that are paid beside segments and travel.
  let credit: Minutes

  /// From the first segment's start to the last end.
  var span: Interval { Interval(stretches[0].start, stretches[stretches.count - 1].end) }
  var segments: [Segment] { duty.segments }
  /// Segments and travel.
  var workedMinutes: Minutes { stretches.reduce(0) { $0 + changes.minutes(of: $1) } }
  /// With what every duty of a protected person has beside these.
  var paidMinutes: Minutes { workedMinutes + credit }
  /// The day on which it starts and to which it belongs.
  var day: Int { span.start / minutesPerDay }

  /// The shape of a duty that `PlanForm` let through.
  init(_ duty: Duty, in scenario: Scenario) {
    self.duty = duty
    let contract = scenario.contract(of: duty.staff)
    var gaps: [DutyGap] = []
    var stretches: [Interval] = []
    var start = duty.segments[0].interval.start
    var end = duty.segments[0].interval.end
    for (before, after) in zip(duty.segments, duty.segments.dropFirst()) {
      let next = after.interval
      let travel = scenario.travelUpToSlots(from: before.place, to: after.place)
      let kind = DutyShape.kind(free: next.start - end - travel, contract, scenario.horizon)
      let interval = Interval(min(end, next.start), max(end, next.start))
      gaps.append(DutyGap(kind: kind, interval: interval, length: next.start - end, travel: travel))
      if kind != .tooShort && kind != .travel {
        stretches.append(Interval(start, end))
        start = next.start - travel
      }
      end = max(end, next.end)
    }
    stretches.append(Interval(start, end))
    changes = scenario.horizon.clockChanges
    self.gaps = gaps
    credit =
      Protected(scenario.staff[duty.staff], contract, slotMinutes: scenario.horizon.slotMinutes).credit
    self.stretches = stretches
  }

  private static func kind(free: Minutes, _ contract: Contract, _ horizon: Horizon) -> GapKind {
    if free < 0 { return .tooShort }
    if free == 0 { return .travel }
    let hasMealBreak = contract.mealBreakAfterMinutes != nil
    if hasMealBreak, free == horizon.roundedUpToSlots(contract.mealBreakMinutes) { return .mealBreak }
    let isSplit = contract.minimumSplitMinutes <= free && free <= contract.maximumSplitMinutes
    return contract.allowsSplit && isSplit ? .split : .unlawful
  }

  /// Minutes of work inside `interval`.
  func work(in interval: Interval) -> Minutes {
    stretches.reduce(0) { sum, stretch in
      let (from, to) = (max(stretch.start, interval.start), min(stretch.end, interval.end))
      return from < to ? sum + changes.minutes(of: Interval(from, to)) : sum
    }
  }

  /// The pieces of changed clock that the duty touches without working through each wholly at one station.
  var cutChanges: [Interval] {
    changes.map(\.piece).filter { piece in
      span.overlap(piece) > 0
        && !segments.contains { segment in
          guard case .station = segment.place else { return false }
          return segment.interval.contains(piece)
        }
    }
  }
}

extension Scenario {
  /// Travel minutes between two places of a duty, up to slots.
  fileprivate func travelUpToSlots(from before: Place, to after: Place) -> Minutes {
    horizon.roundedUpToSlots(travel(from: before, to: after))
  }

  private func travel(from before: Place, to after: Place) -> Minutes {
    if before == after { return 0 }
    switch (before, after) {
    case (.station(let from), .station(let to)): return staffTravelMinutes[from][to]
    case (.run(let from), .run(let to)):
      return delivery.slots[from].vehicle == delivery.slots[to].vehicle ? 0 : delivery.depotTravelMinutes
    default: return delivery.depotTravelMinutes
    }
  }
}

extension [ClockChange] {
  /// Minutes that pass, by a stop watch, while the wall clock goes from one end of the span to the other.
  func minutes(of span: Interval) -> Minutes {
    var minutes = span.end - span.start
    for change in self {
      let (from, to) = (Swift.max(span.start, change.piece.start), Swift.min(span.end, change.piece.end))
      if from < to { minutes += change.isSkipped ? from - to : to - from }
    }
    return minutes
  }
}
