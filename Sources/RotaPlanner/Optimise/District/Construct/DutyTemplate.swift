/// A form of duty at one station, in slots from its start: one stretch, or two with a meal break or a split between.
struct DutyTemplate: Hashable, Sendable {
  /// Slots of the first stretch.
  let first: Int
  /// Slots without pay between the stretches; 0 when there is only one.
  let gap: Int
  /// Slots of the second stretch; 0 when there is only one.
  let second: Int

  var paid: Int { first + second }
  var length: Int { first + gap + second }

  /// Its paid slots at or after a slot, when it starts in slot `start`.
  func paid(from start: Int, after slot: Int) -> Int {
    let (between, end) = (start + first, start + length)
    return max(0, between - max(start, slot)) + max(0, end - max(between + gap, slot))
  }

  /// The forms that the district planner tries for a contract, short ones first; the law of duties judges each use anew.
  static func all(for contract: Contract, law: DutyLaw) -> [DutyTemplate] {
    let slot = law.scenario.horizon.slotMinutes
    let least = law.leastSegment(contract) / slot
    let most =
      max(
        0, min(law.mostWorked(contract), contract.normalDayMinutes - contract.creditMinutes)) / slot
    let shortest = max(1, least, (contract.minimumDutyMinutes - contract.creditMinutes + slot - 1) / slot)
    let stretch = min(most, (contract.mealBreakAfterMinutes ?? minutesPerDay) / slot)
    var templates: [DutyTemplate] = []
    if shortest <= stretch { templates += (shortest...stretch).map { DutyTemplate(first: $0, gap: 0, second: 0) } }
    guard least <= stretch else { return templates }
    for gap in gaps(contract, law) {
      for first in least...stretch {
        for second in least...stretch where first + second >= shortest && first + second <= most {
          templates.append(DutyTemplate(first: first, gap: gap, second: second))
        }
      }
    }
    let span = contract.maximumSpanMinutes / slot
    return templates.filter { $0.length <= span && isLawful($0, contract, law) }
  }

  /// The meal break, and the shortest and longest split.
  private static func gaps(_ contract: Contract, _ law: DutyLaw) -> [Int] {
    let slot = law.scenario.horizon.slotMinutes
    var gaps: Set<Int> = []
    if let meal = law.mealBreak(of: contract) { gaps.insert(meal / slot) }
    if contract.allowsSplit {
      gaps.insert((contract.minimumSplitMinutes + slot - 1) / slot)
      gaps.insert(contract.maximumSplitMinutes / slot)
    }
    return gaps.filter { $0 > 0 }.sorted()
  }

  private static func isLawful(_ template: DutyTemplate, _ contract: Contract, _ law: DutyLaw) -> Bool {
    guard template.gap > 0 else { return true }
    let slot = law.scenario.horizon.slotMinutes
    let free = template.gap * slot
    if free == law.mealBreak(of: contract) { return template.paid * slot > contract.mealBreakAfterMinutes ?? 0 }
    return contract.allowsSplit && free >= contract.minimumSplitMinutes && free <= contract.maximumSplitMinutes
  }

  /// The duty's segments at `station`, starting in slot `start`.
  func segments(station: Int, start: Int, slotMinutes: Minutes) -> [Segment] {
    func segment(_ from: Int, _ length: Int) -> Segment {
      Segment(
        place: .station(station),
        interval: Interval((start + from) * slotMinutes, (start + from + length) * slotMinutes))
    }
    return gap == 0 ? [segment(0, first)] : [segment(0, first), segment(first + gap, second)]
  }
}
