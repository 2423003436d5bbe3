/// Rules on a single duty: places, hours, lengths, gaps.
extension CheckContext {
  /// R02: every work interval lies inside the person's availability; a piece in which clocks change is worked through or kept away from.
  func r02() -> [Violation] {
    eachDuty { roster, duty in
      duty.cutChanges.map { piece in
        Violation(.clockChange, roster.subject, at: piece, measured: duty.span.overlap(piece), allowed: 0)
      }
        + duty.stretches.compactMap { work in
          let inside = roster.member.available.overlap(work)
          guard !roster.member.available.covers(work) else { return nil }
          return Violation(.unavailable, roster.subject, at: work, measured: inside, allowed: work.length)
        }
    }
  }

  /// R03: stations only where allowed, crews only for those who may deliver.
  func r03() -> [Violation] {
    eachSegment { roster, _, segment in
      switch segment.place {
      case .station(let station):
        if roster.member.allowedStations.contains(station) { return [] }
        let subject = ViolationSubject(staff: roster.staff, station: station)
        return [Violation(.stationNotAllowed, subject, at: segment.interval, measured: 1, allowed: 0)]
      case .run(let slot):
        if roster.member.mayDeliver { return [] }
        let subject = ViolationSubject(staff: roster.staff, deliverySlot: slot)
        return [Violation(.deliveryNotAllowed, subject, at: segment.interval, measured: 1, allowed: 0)]
      }
    }
  }

  /// R04: station segments inside host hours, run segments exactly the delivery slot.
  func r04() -> [Violation] {
    eachSegment { roster, _, segment in
      let interval = segment.interval
      switch segment.place {
      case .station(let station):
        let hours = scenario.stations[station].hostHours
        if hours.covers(interval) { return [] }
        let subject = ViolationSubject(staff: roster.staff, station: station)
        let inside = hours.overlap(interval)
        return [Violation(.segmentOutsideHostHours, subject, at: interval, measured: inside, allowed: interval.length)]
      case .run(let slot):
        let whole = delivery.slots[slot].interval
        if interval == whole { return [] }
        let subject = ViolationSubject(staff: roster.staff, deliverySlot: slot)
        let shared = whole.overlap(interval)
        let amount = whole.length + interval.length - 2 * shared
        return [
          Violation(
            .segmentNotSlot, subject, at: interval, measured: interval.length, allowed: whole.length, amount: amount)
        ]
      }
    }
  }

  /// R05: paid minutes of a duty, overtime included.
  func r05() -> [Violation] {
    eachDuty { roster, duty in
      let contract = roster.contract
      let paid = duty.paidMinutes
      let visits = roster.absence.antenatal[duty.day]
      let most = min(contract.maximumDutyMinutes, roster.protected.normalDay + roster.protected.overtimeDay)
      if paid < contract.minimumDutyMinutes {
        let least = contract.minimumDutyMinutes
        return [Violation(.dutyShort, roster.subject, at: duty.span, measured: paid, allowed: least)]
      }
      let whole = paid + visits
      return whole > most ? [Violation(.dutyLong, roster.subject, at: duty.span, measured: whole, allowed: most)] : []
    }
  }

  /// R06: length of each station segment, number of places.
  func r06() -> [Violation] {
    eachDuty { roster, duty in
      let least = roster.contract.minimumSegmentMinutes
      var found: [Violation] = duty.segments.compactMap { segment in
        let length = horizon.clockChanges.minutes(of: segment.interval)
        guard case .station(let station) = segment.place, length < least else { return nil }
        let subject = ViolationSubject(staff: roster.staff, station: station)
        return Violation(.segmentShort, subject, at: segment.interval, measured: length, allowed: least)
      }
      let changes = zip(duty.segments, duty.segments.dropFirst()).filter { $0.place != $1.place }.count
      let most = roster.contract.maximumPlaces
      if changes + 1 > most {
        found.append(Violation(.places, roster.subject, at: duty.span, measured: changes + 1, allowed: most))
      }
      return found
    }
  }

  /// R07: gaps are long enough for the travel.
  func r07() -> [Violation] {
    eachDuty { roster, duty in
      duty.gaps.filter { $0.kind == .tooShort }.map { gap in
        if gap.length < 0 {
          return Violation(.segmentsOverlap, roster.subject, at: gap.interval, measured: -gap.length, allowed: 0)
        }
        return Violation(.travel, roster.subject, at: gap.interval, measured: gap.length, allowed: gap.travel)
      }
    }
  }

  /// R08: gaps of lawful length, at most one meal break and one split, span.
  func r08() -> [Violation] {
    eachDuty { roster, duty in
      var found = duty.gaps.filter { $0.kind == .unlawful }.map { gap in
        Violation(
          .gap, roster.subject, at: gap.interval, measured: gap.length - gap.travel, allowed: 0,
          amount: gap.length - gap.travel)
      }
      for (kind, clause) in [(GapKind.mealBreak, ViolationKind.mealBreaks), (.split, .splits)] {
        let count = duty.gaps.filter { $0.kind == kind }.count
        if count > 1 { found.append(Violation(clause, roster.subject, at: duty.span, measured: count, allowed: 1)) }
      }
      let most = roster.contract.maximumSpanMinutes
      let length = horizon.clockChanges.minutes(of: duty.span)
      if length > most {
        found.append(Violation(.span, roster.subject, at: duty.span, measured: length, allowed: most))
      }
      return found
    }
  }

  /// R09: no stretch longer than the contract's, no meal break in a duty that is not.
  func r09() -> [Violation] {
    eachDuty { roster, duty in
      guard let most = roster.contract.mealBreakAfterMinutes else { return [] }
      let changes = horizon.clockChanges
      var found = duty.stretches.filter { changes.minutes(of: $0) > most }.map { work in
        Violation(.stretch, roster.subject, at: work, measured: changes.minutes(of: work), allowed: most)
      }
      let paid = duty.workedMinutes
      for gap in duty.gaps where gap.kind == .mealBreak && paid <= most {
        found.append(
          Violation(
            .needlessMealBreak, roster.subject, at: gap.interval, measured: paid, allowed: most, amount: most - paid + 1
          ))
      }
      return found
    }
  }

  private func eachDuty(_ rule: (RosterView, DutyShape) -> [Violation]) -> [Violation] {
    rosters.flatMap { roster in roster.duties.flatMap { rule(roster, $0) } }
  }

  private func eachSegment(_ rule: (RosterView, DutyShape, Segment) -> [Violation]) -> [Violation] {
    eachDuty { roster, duty in duty.segments.flatMap { rule(roster, duty, $0) } }
  }
}
