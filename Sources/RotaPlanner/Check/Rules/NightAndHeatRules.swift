/// Rules on nights and on heat.
extension CheckContext {
  /// R16: nights of protected staff; number of duties that touch a night.
  func r16() -> [Violation] {
    rosters.flatMap { roster -> [Violation] in
      let nights = horizon.nights(of: roster.contract)
      let member = roster.member
      var found: [Violation] = []
      if roster.protected.hasNoNights {
        for work in roster.duties.flatMap(\.stretches) {
          let minutes = nights.overlap(work)
          guard minutes > 0 else { continue }
          found.append(Violation(.protectedNight, roster.subject, at: work, measured: minutes, allowed: 0))
        }
      }
      let count = roster.duties.filter { duty in nights.contains { duty.work(in: $0) > 0 } }.count
      if let most = member.maximumNightDuties, count > most {
        found.append(Violation(.nightDuties, roster.subject, at: horizon.interval, measured: count, allowed: most))
      }
      return found
    }
  }

  /// R17: heat on crews.
  func r17() -> [Violation] {
    rosters.flatMap { roster in protectedCrew(roster) + crewMinutes(roster) + crewOvertime(roster) }
  }

  /// R27: heat on runs.
  func r27() -> [Violation] {
    deliveries.filter { !$0.runs.isEmpty }.flatMap { view -> [Violation] in
      var found: [Violation] = []
      let interval = view.slot.interval
      if view.band.bansRuns {
        found.append(Violation(.runBanned, view.subject, at: interval, measured: 1, allowed: 0))
      }
      let shared = interval.overlap(scenario.heat.hottestWindow(ofDay: view.slot.day))
      if view.band.bansRunsInHottestWindow && shared > 0 {
        found.append(Violation(.runInHottestWindow, view.subject, at: interval, measured: shared, allowed: 0))
      }
      return found + outdoorStops(view)
    }
  }

  private func outdoorStops(_ view: RunView) -> [Violation] {
    guard let most = view.band.outdoorStopMinutes else { return [] }
    return view.runs.flatMap(\.stops).compactMap { stop in
      let site = delivery.sites[stop.site]
      guard !site.hasIndoorRest, site.serviceMinutes > most else { return nil }
      let interval = Interval(stop.serviceStart, stop.serviceStart + site.serviceMinutes)
      let minutes = site.serviceMinutes
      return Violation(.outdoorStop, view.subject(atSite: stop.site), at: interval, measured: minutes, allowed: most)
    }
  }

  private func protectedCrew(_ roster: RosterView) -> [Violation] {
    guard roster.member.isPregnant || roster.member.isMinor else { return [] }
    return roster.runSegments.filter { deliveries[$0.slot].band.barsProtected }.map { segment in
      let subject = ViolationSubject(staff: roster.staff, deliverySlot: segment.slot)
      return Violation(.protectedCrew, subject, at: segment.interval, measured: 1, allowed: 0)
    }
  }

  private func crewMinutes(_ roster: RosterView) -> [Violation] {
    let segments = roster.runSegments
    return Set(segments.map { deliveries[$0.slot].slot.day }).sorted().compactMap { day in
      guard let most = scenario.heat.band(ofDay: day).crewMinutes else { return nil }
      let ofDay = segments.filter { deliveries[$0.slot].slot.day == day }
      let minutes = ofDay.reduce(0) { $0 + $1.interval.length }
      guard minutes > most else { return nil }
      return Violation(.crewMinutes, roster.subject, at: ofDay[0].interval, measured: minutes, allowed: most)
    }
  }

  private func crewOvertime(_ roster: RosterView) -> [Violation] {
    roster.duties.compactMap { duty in
      let isBanned = duty.segments.contains { segment in
        guard case .run(let slot) = segment.place else { return false }
        return deliveries[slot].band.bansCrewOvertime
      }
      let most = roster.protected.normalDay
      let paid = duty.paidMinutes + roster.absence.antenatal[duty.day]
      guard isBanned, paid > most else { return nil }
      return Violation(.crewOvertime, roster.subject, at: duty.span, measured: paid, allowed: most)
    }
  }
}

extension Horizon {
  /// The contract's nights that touch the horizon and its tail, the one that began the evening before included.
  func nights(of contract: Contract) -> [Interval] {
    let wraps = contract.nightEnd < contract.nightStart
    let night = Interval(contract.nightStart, contract.nightEnd + (wraps ? minutesPerDay : 0))
    return (-1...days).map { night.shifted(by: $0 * minutesPerDay) }
  }
}
