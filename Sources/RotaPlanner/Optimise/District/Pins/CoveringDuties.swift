import RotaEngine

/// The duties by which one person can do some pinned work on one day: the work itself where that is a lawful duty, else the shortest ways
/// to add to it. Of two duties of a day the one inside the other's span is listed only, since no rule of a roster asks for more.
struct CoveringDuties {
  private let law: DutyLaw
  private let staff: Int
  private let work: [PinnedWork]
  private let limits: SolveLimits
  private let slot: Minutes
  private let contract: Contract
  /// Duties that may still be judged before other places are tried.
  private var looksLeft = 40_000
  /// Partial duties to look at where the work's own places are not enough.
  private static let enumerationLimit = 60_000
  /// Ways to join the pinned work that are looked at.
  private static let mostCores = 64

  init(_ work: [PinnedWork], staff: Int, law: DutyLaw, limits: SolveLimits) {
    self.law = law
    self.staff = staff
    self.work = work
    self.limits = limits
    slot = law.scenario.horizon.slotMinutes
    contract = law.scenario.contract(of: staff)
  }

  /// The duties, those that add least first; empty when there are none or time is up.
  mutating func duties() -> [DutyCandidate] {
    if let exact = law.candidate(staff: staff, segments: work.map(\.segment)), doesAll(exact) { return [exact] }
    var front = DutyFront()
    for core in cores() { extend(core, into: &front) }
    if front.duties.isEmpty { enumerate(into: &front) }
    return front.duties.sorted {
      ($0.span.length, $0.paidMinutes, $0.span.start) < ($1.span.length, $1.paidMinutes, $1.span.start)
    }
  }

  private func doesAll(_ duty: DutyCandidate) -> Bool { work.allSatisfy { $0.isDone(by: duty) } }

  // MARK: - Between the pinned parts

  /// The pinned parts as segments, joined in every lawful way: continued over the gap at one place, or moved together until the gap is travel, a meal
  /// break or a split.
  private func cores() -> [[Segment]] {
    var cores: [[Segment]] = [[work[0].segment]]
    for next in work.dropFirst() {
      cores = cores.flatMap { core in joins(core, next.segment) }
      if cores.count > Self.mostCores { cores = Array(cores.prefix(Self.mostCores)) }
    }
    return cores
  }

  private func joins(_ core: [Segment], _ next: Segment) -> [[Segment]] {
    let last = core[core.count - 1]
    let before = Array(core.dropLast())
    var found: [[Segment]] = []
    if last.place == next.place, last.place.isStation {
      found.append(before + [Segment(place: last.place, interval: Interval(last.interval.start, next.interval.end))])
    }
    let travel = law.travel(from: last.place, to: next.place)
    let gap = next.interval.start - last.interval.end
    for free in freeTimes(withoutBreak: last.place != next.place) where travel + free <= gap {
      let slack = gap - travel - free
      for late in stride(from: 0, through: slack, by: slot) {
        // Only stations can have longer segments.
        if late > 0, !last.place.isStation { break }
        if late < slack, !next.place.isStation { continue }
        let first = Segment(place: last.place, interval: Interval(last.interval.start, last.interval.end + late))
        let start = next.interval.start - (slack - late)
        found.append(before + [first, Segment(place: next.place, interval: Interval(start, next.interval.end))])
      }
    }
    return found
  }

  /// Lawful free minutes between two segments, shortest first.
  private func freeTimes(withoutBreak: Bool) -> [Minutes] {
    var times: Set<Minutes> = withoutBreak ? [0] : []
    if let meal = law.mealBreak(of: contract) { times.insert(meal) }
    if contract.allowsSplit {
      let first = law.scenario.horizon.roundedUpToSlots(max(1, contract.minimumSplitMinutes))
      if first <= contract.maximumSplitMinutes {
        times.formUnion(stride(from: first, through: contract.maximumSplitMinutes, by: slot))
      }
    }
    return times.sorted()
  }

  // MARK: - Before and after them

  /// Lengthens the first segment to the front and the last to the back, by ever more, until the duty is lawful.
  private mutating func extend(_ core: [Segment], into front: inout DutyFront) {
    let (first, last) = (core[0].interval, core[core.count - 1].interval)
    let most = contract.maximumSpanMinutes - (last.end - first.start)
    guard most >= 0 else { return }
    // At least the segments and the travel between them are paid.
    let paid = core.reduce(0) { $0 + $1.interval.length }
    for added in stride(from: 0, through: most, by: slot) {
      if limits.stopNow != nil || looksLeft <= 0 { return }
      if paid + added + longestTravel(core) < contract.minimumDutyMinutes { continue }
      for early in stride(from: 0, through: added, by: slot) {
        let late = added - early
        if early > 0, !core[0].place.isStation { break }
        if late > 0, !core[core.count - 1].place.isStation { continue }
        if first.start - early < 0 || last.end + late > law.scenario.horizon.interval.end { continue }
        let span = Interval(first.start - early, last.end + late)
        if front.isDominated(span, day: law.scenario.horizon.day(of: span.start)) { continue }
        for segments in forms(core, span) where looksLeft > 0 {
          looksLeft -= 1
          guard let duty = law.candidate(staff: staff, segments: segments), doesAll(duty) else { continue }
          front.add(duty)
          break
        }
      }
    }
  }

  private func longestTravel(_ core: [Segment]) -> Minutes {
    zip(core, core.dropFirst()).reduce(0) { $0 + max(0, $1.1.interval.start - $1.0.interval.end) }
  }

  /// The core over the span: as it is, then with a meal break in what was added to the back or to the front.
  private func forms(_ core: [Segment], _ span: Interval) -> [[Segment]] {
    var whole = core
    whole[0] = Segment(place: core[0].place, interval: Interval(span.start, core[0].interval.end))
    let end = whole.count - 1
    whole[end] = Segment(place: whole[end].place, interval: Interval(whole[end].interval.start, span.end))
    var forms = [whole]
    guard let meal = law.mealBreak(of: contract), span.length - meal > contract.mealBreakAfterMinutes ?? .max else {
      return forms
    }
    let least = law.leastSegment(contract)
    let (head, tail) = (whole[0], whole[end])
    for start in stride(from: core[end].interval.end, through: span.end - meal - least, by: slot) {
      forms.append(Array(whole.dropLast()) + cut(tail, start, start + meal))
    }
    for stop in stride(from: core[0].interval.start, through: span.start + meal + least, by: -slot) {
      forms.append(cut(head, stop - meal, stop) + whole.dropFirst())
    }
    return forms
  }

  private func cut(_ segment: Segment, _ start: Minutes, _ end: Minutes) -> [Segment] {
    [
      Segment(place: segment.place, interval: Interval(segment.interval.start, start)),
      Segment(place: segment.place, interval: Interval(end, segment.interval.end)),
    ]
  }

  // MARK: - With other places

  /// Looks at duties of any form, at the work's own places and then at all of the person's: the host may close too early for the shortest duty.
  private func enumerate(into front: inout DutyFront) {
    var runnable = law.scenario.delivery.slots.map { _ in false }
    for case .run(let number) in work.map(\.place) { runnable[number] = true }
    let stations = Set(
      work.compactMap { part -> Int? in
        if case .station(let station) = part.place { station } else { nil }
      })
    let (first, end) = (work[0].interval.start, work[work.count - 1].interval.end)
    let day = law.scenario.horizon.day(of: first)
    for places in [stations, nil] where front.duties.isEmpty {
      let enumerator = DutyEnumerator(rules: law, runnable: runnable, stations: places, limits: limits)
      for start in [day, day - 1] where start >= 0 {
        let earliest = max(0, end - contract.maximumSpanMinutes)
        guard earliest <= first else { return }
        let all = enumerator.candidates(
          staff: staff, day: start, limit: Self.enumerationLimit, starts: earliest...first)
        for duty in all ?? [] where doesAll(duty) { front.add(duty) }
      }
    }
  }
}

/// Duties none of which lies inside another one of the same day with as few paid minutes.
private struct DutyFront {
  private(set) var duties: [DutyCandidate] = []

  func isDominated(_ span: Interval, day: Int) -> Bool {
    duties.contains { $0.day == day && span.contains($0.span) }
  }

  mutating func add(_ duty: DutyCandidate) {
    if duties.contains(where: { Self.isAsGood($0, as: duty) }) { return }
    duties.removeAll { Self.isAsGood(duty, as: $0) }
    duties.append(duty)
  }

  private static func isAsGood(_ duty: DutyCandidate, as other: DutyCandidate) -> Bool {
    duty.day == other.day && other.span.contains(duty.span) && duty.paidMinutes <= other.paidMinutes
  }
}

extension PinnedWork {
  /// As a segment of a duty.
  var segment: Segment { Segment(place: place, interval: interval) }
}

extension Place {
  fileprivate var isStation: Bool {
    if case .station = self { true } else { false }
  }
}
