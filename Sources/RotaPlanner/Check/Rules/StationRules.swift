/// Rules on stations slot by slot: staffing, openings, visits, seats, service rate.
extension CheckContext {
  /// R18: nobody, or between minimum and maximum with every needed skill; staffed exactly when staff is present.
  func r18() -> [Violation] {
    stations.flatMap { view in
      var finding = SlotFindings(horizon)
      for (slot, present) in view.present.enumerated() {
        let isStaffed = view.openings[slot] == .staffed
        if present.isEmpty {
          if isStaffed { finding.add(.staffedEmpty, view.subject, slot, measured: 0, allowed: 1) }
          continue
        }
        if !isStaffed { finding.add(.notStaffed, view.subject, slot, measured: present.count, allowed: 0) }
        let (least, most) = (view.station.minimumStaff, view.station.maximumStaff)
        if present.count < least {
          finding.add(.tooFewStaff, view.subject, slot, measured: present.count, allowed: least)
        }
        if present.count > most {
          finding.add(.tooManyStaff, view.subject, slot, measured: present.count, allowed: most)
        }
        for skill in view.station.neededSkills
        where !present.contains(where: { scenario.staff[$0].skills.contains(skill) }) {
          let subject = ViolationSubject(station: view.index, skill: skill)
          finding.add(.skillMissing, subject, slot, measured: 0, allowed: 1)
        }
      }
      return finding.violations
    }
  }

  /// R19: openings inside host hours, self-service inside self-service hours.
  func r19() -> [Violation] {
    stations.flatMap { view in
      var finding = SlotFindings(horizon)
      for (slot, opening) in view.openings.enumerated() where opening != .closed {
        if !view.inHostHours[slot] {
          finding.add(.openOutsideHostHours, view.subject, slot, measured: 1, allowed: 0)
        }
        if opening == .selfService && !view.inSelfServiceHours[slot] {
          finding.add(.selfServiceForbidden, view.subject, slot, measured: 1, allowed: 0)
        }
      }
      return finding.violations
    }
  }

  /// R20: visits by an option of their item, not more than wanted.
  func r20() -> [Violation] {
    let strange = unmatched.map { row in
      let subject = ViolationSubject(station: row.station, item: row.item)
      let interval = horizon.interval(ofSlot: row.slot)
      return Violation(.noOption, subject, at: interval, measured: row.count, allowed: 0)
    }
    var total = servedOfItem
    for row in unmatched { total[row.item] = Bounded.sum(total[row.item], row.count) }
    return strange
      + demand.items.enumerated().compactMap { index, item in
        guard total[index] > item.visits else { return nil }
        let subject = ViolationSubject(item: index)
        return Violation(.overserved, subject, at: item.window, measured: total[index], allowed: item.visits)
      }
  }

  /// R21: seats.
  func r21() -> [Violation] {
    stations.flatMap { view in
      view.seatMinutes.enumerated().compactMap { slot, minutes in
        let most = view.seatCapacity(slot)
        guard minutes > most else { return nil }
        let kind: ViolationKind = view.isOpen(slot) ? .seats : .seatsClosed
        return Violation(kind, view.subject, at: horizon.interval(ofSlot: slot), measured: minutes, allowed: most)
      }
    }
  }

  /// R22: service rate.
  func r22() -> [Violation] {
    stations.flatMap { view in
      view.arrivals.enumerated().compactMap { slot, count in
        let most = view.arrivalCapacity(slot)
        guard count > most else { return nil }
        let interval = horizon.interval(ofSlot: slot)
        return Violation(.serviceRate, view.subject, at: interval, measured: count, allowed: most)
      }
    }
  }
}

/// Breaches of one station, slot by slot; neighbouring slots with the same breach are one violation.
struct SlotFindings {
  private let horizon: Horizon
  private(set) var violations: [Violation] = []

  init(_ horizon: Horizon) { self.horizon = horizon }

  mutating func add(
    _ kind: ViolationKind, _ subject: ViolationSubject, _ slot: Int, measured: Int, allowed: Int
  ) {
    let interval = horizon.interval(ofSlot: slot)
    let match = violations.lastIndex { before in
      before.kind == kind && before.subject == subject && before.measured == measured && before.allowed == allowed
        && before.interval?.end == interval.start
    }
    let start = match.flatMap { violations[$0].interval?.start } ?? interval.start
    let whole = Interval(start, interval.end)
    let violation = Violation(kind, subject, at: whole, measured: measured, allowed: allowed)
    if let match { violations[match] = violation } else { violations.append(violation) }
  }
}
