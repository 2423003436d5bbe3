import Testing

@testable import RotaPlanner

/// O12 and O13 by hand; planning's own account must say the same.
private func score(_ term: ObjectiveTerm, _ scenario: Scenario, _ plan: Plan) -> Score {
  let found = check(scenario, demand: .none, plan: plan).objective[term]
  let account = PlanAccount(of: plan, duties: [], scenario: scenario, demand: .none)
  #expect(account.objective[term] == found)
  return found
}

private func score(_ term: ObjectiveTerm, _ scenario: Scenario, _ duties: [Duty]) -> Score {
  score(term, scenario, .of(scenario, duties))
}

@Suite("O12 openings of a day")
struct O12Tests {
  private func scenario(
    host: [Interval] = .daily(8, 20), days: Int = 1, tail: Minutes = 0, ledger: LedgerEntry = .blank
  ) -> Scenario {
    .fixture(
      days: days, tailMinutes: tail,
      stations: [.fixture("s1", hostHours: host, selfServiceHours: host), .fixture("s2", hostHours: host)],
      staff: [.fixture(available: [Interval(0, days * 1440 + tail)], ledger: ledger), .fixture("p2")],
      weights: .fixture(extraOpening: .units(3)))
  }

  @Test("One opening is free, each further one costs")
  func count() {
    #expect(score(.openings, scenario(), []) == .zero)
    #expect(score(.openings, scenario(), [.at(8, 12)]) == .zero)
    #expect(score(.openings, scenario(), [.at(8, 12), .at(12, 16, staff: 1)]) == .zero)
    #expect(score(.openings, scenario(), [.at(8, 12), .at(13, 16, staff: 1)]) == .units(3))
    #expect(score(.openings, scenario(), [.at(8, 10), .at(11, 13), .at(14, 16), .at(17, 20)]) == .units(9))
  }

  @Test("Each station and each day has its own")
  func apart() {
    #expect(score(.openings, scenario(), [.at(8, 12), .at(13, 16, staff: 1, station: 1)]) == .zero)
    #expect(score(.openings, scenario(days: 2), [.at(8, 12), .at(8, 12, day: 1)]) == .zero)
    let twice = [Duty.at(8, 12), .at(13, 16), .at(8, 12, day: 1), .at(13, 16, day: 1)]
    #expect(score(.openings, scenario(days: 2), twice) == .units(6))
  }

  @Test("An opening on each side of a time at which the host shuts is free")
  func host() {
    let shut = scenario(host: [.hours(8, 12), .hours(13, 20)])
    #expect(score(.openings, shut, [.at(8, 12), .at(13, 16)]) == .zero)
    #expect(score(.openings, shut, [.at(8, 10), .at(11, 12), .at(13, 16)]) == .units(3))
    // Ten minutes that the host is shut take the whole slot.
    let short = scenario(host: [Interval(480, 730), Interval(740, 1200)])
    #expect(score(.openings, short, [.at(8, 12), .at(13, 16)]) == .zero)
  }

  @Test("Self-service is no opening of staff and does not join two")
  func selfService() {
    let between = Plan.of(scenario(), [.at(8, 12), .at(13, 16)]).opening(0, 12, .selfService)
    #expect(score(.openings, scenario(), between) == .units(3))
    let around = Plan.of(scenario(), [.at(10, 12)]).opening(0, 8, .selfService).opening(0, 14, .selfService)
    #expect(score(.openings, scenario(), around) == .zero)
  }

  @Test("What goes on over midnight does not begin anew")
  func midnight() {
    let scenario = scenario(host: [Interval(0, 2 * 1440)], days: 2)
    #expect(score(.openings, scenario, [.at(22, 26)]) == .zero)
    #expect(score(.openings, scenario, [.at(22, 26), .at(8, 12, day: 1)]) == .zero)
    #expect(score(.openings, scenario, [.at(22, 24), .at(1, 3, day: 1), .at(8, 12, day: 1)]) == .units(3))
    #expect(score(.openings, scenario, [.at(8, 12), .at(22, 26)]) == .units(3))
  }

  @Test("What the plan before left open goes on in the first slot")
  func carried() {
    func at(_ end: Minutes) -> Scenario {
      scenario(
        host: [Interval(0, 1440)], ledger: .fixture(lastDutyEnd: end, lastDutyStation: 0))
    }
    #expect(score(.openings, at(120), [.at(8, 12, staff: 1)]) == .zero)
    #expect(score(.openings, at(120), [.at(8, 12, staff: 1), .at(13, 16, staff: 1)]) == .units(3))
    // Who left at midnight, or was elsewhere, leaves nothing open.
    #expect(score(.openings, at(0), [.at(0, 2, staff: 1), .at(8, 12, staff: 1)]) == .units(3))
    let other = [Duty.at(0, 2, staff: 1, station: 1), .at(8, 12, staff: 1, station: 1)]
    #expect(score(.openings, at(120), other) == .units(3))
  }

  @Test("Nothing costs after the last midnight")
  func tail() {
    let scenario = scenario(host: [Interval(0, 1680)], tail: 240)
    #expect(score(.openings, scenario, [.at(20, 24), .at(25, 26), .at(27, 28)]) == .zero)
  }
}

@Suite("O13 promised days kept whole")
struct O13Tests {
  private func scenario(_ promised: [Interval], kept: Bool = false, days: Int = 2) -> Scenario {
    .fixture(
      days: days,
      stations: [
        .fixture(promisedHours: promised, selfServiceHours: .daily(8, 20), promiseKeptBySelfService: kept),
        .fixture("s2"),
      ], staff: [.fixture()], weights: .fixture(brokenDay: .units(4)))
  }

  @Test("A day is kept or costs once, however much of it is missing")
  func whole() {
    let scenario = scenario([Interval(510, 720), .hours(9, 11, day: 1)])
    #expect(score(.days, scenario, []) == .units(8))
    #expect(score(.days, scenario, [.at(8, 12)]) == .units(4))
    #expect(score(.days, scenario, [.at(9, 12), .at(9, 11, day: 1)]) == .units(4))
    #expect(score(.days, scenario, [.at(8, 12), .at(9, 11, day: 1)]) == .zero)
    #expect(score(.days, scenario, [.at(8, 9), .at(10, 12), .at(9, 11, day: 1)]) == .units(4))
  }

  @Test("Days and stations without a promise cost nothing, nor does what is open besides")
  func none() {
    #expect(score(.days, scenario([]), []) == .zero)
    #expect(score(.days, scenario([.hours(9, 11, day: 1)]), [.at(9, 11, day: 1)]) == .zero)
    #expect(score(.days, scenario([.hours(9, 11, day: 1)]), [.at(9, 11)]) == .units(4))
  }

  @Test("Self-service keeps a day only where the station says so")
  func selfService() {
    for (kept, expected) in [(true, Score.zero), (false, .units(4))] {
      let scenario = scenario([.hours(9, 12)], kept: kept)
      #expect(score(.days, scenario, Plan.of(scenario, [.at(9, 11)]).opening(0, 11, .selfService)) == expected)
    }
  }

  @Test("A promise outside host hours cannot be kept; one over midnight counts on both days")
  func limits() {
    #expect(score(.days, scenario([.hours(19, 21)]), [.at(19, 20)]) == .units(4))
    #expect(score(.days, scenario([.hours(19, 26)]), []) == .units(8))
  }

  @Test("Minutes that the clock skips are not promised")
  func clock() {
    for (skipped, expected) in [(true, Score.zero), (false, .units(4))] {
      let scenario = Scenario.fixture(
        days: 2, clockChanges: [ClockChange(piece: .hours(2, 3, day: 1), isSkipped: skipped)],
        stations: [.fixture(hostHours: [Interval(0, 2880)], promisedHours: [.hours(2, 3, day: 1)])],
        weights: .fixture(brokenDay: .units(4)))
      #expect(score(.days, scenario, []) == expected)
    }
  }
}
