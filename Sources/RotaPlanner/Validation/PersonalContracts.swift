/// The contracts in use, with those that protection and agreements make of them for single people, so that everything that plans sees
/// limits only.
struct PersonalContracts {
  /// Classes first, in their order; then what was made of one for somebody, in order of the first person who has it.
  private(set) var contracts: [Contract]
  private let slotMinutes: Minutes

  init(_ classes: [Contract], slotMinutes: Minutes) {
    contracts = classes
    self.slotMinutes = slotMinutes
  }

  /// The number of the contract of somebody of class `index` in this state, which is added when nobody had it yet.
  /// - Parameters:
  ///   - counts: The person's own counts of a week; the lower ones hold.
  ///   - splits: Whether the person agrees to splits; nil: as the class has it.
  mutating func index(
    of index: Int, pregnant: Bool, month: Int?, nursing children: Int, counts: WeekCounts = WeekCounts(),
    splits: Bool? = nil
  ) -> Int {
    var own = contracts[index].protecting(
      isLatePregnant: contracts[index].protection.isLate(pregnant: pregnant, month: month), nursing: children,
      slotMinutes: slotMinutes)
    own.weekCounts = own.weekCounts.lowered(to: counts)
    own.allowsSplit = splits ?? own.allowsSplit
    if let known = contracts.firstIndex(of: own) { return known }
    contracts.append(own)
    return contracts.count - 1
  }
}

extension Protection {
  /// Whether the pregnancy has reached the month from which nights and overtime are closed; an unknown month has.
  func isLate(pregnant: Bool, month: Int?) -> Bool { pregnant && (month ?? fromMonth) >= fromMonth }
}

extension Contract {
  /// The limits of this contract for somebody in this state; itself when nothing changes.
  ///
  /// - Source: Labour Law of the PRC, articles 61 and 63, and State Council Decree 619, articles 6 and 9: no longer hours; nursing
  ///   time and the rest of the late months are working time.
  func protecting(isLatePregnant: Bool, nursing children: Int, slotMinutes: Minutes) -> Contract {
    guard isLatePregnant || children > 0 else { return self }
    func upToSlots(_ minutes: Minutes) -> Minutes { (minutes + slotMinutes - 1) / slotMinutes * slotMinutes }
    let bansOvertime = protection.dayMinutes != nil || protection.weekMinutes != nil
    var own = self
    own.normalDayMinutes = min(normalDayMinutes, protection.dayMinutes ?? .max)
    own.normalWeekMinutes = min(normalWeekMinutes, protection.weekMinutes ?? .max)
    own.creditMinutes =
      upToSlots(protection.nursingMinutes * children)
      + (isLatePregnant ? upToSlots(protection.pregnancyRestMinutes) : 0)
    if bansOvertime {
      own.overtimeDayMinutes = 0
      let source = citations.first { $0.key == "protected_day" }?.source
      own.citations.changeEach { if $0.key == "overtime_day" { $0.source = source ?? $0.source } }
    }
    return own
  }
}
