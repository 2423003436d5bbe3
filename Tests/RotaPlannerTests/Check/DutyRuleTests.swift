import Testing

@testable import RotaPlanner

/// Two stations open around the clock, no travel between them unless told, one person who may serve at both.
private func day(
  _ contract: Contract = .fixture(), available: [Interval] = .daily(0, 24), allowed: [Int] = [0, 1],
  travel: Minutes = 0, days: Int = 1, slotMinutes: Minutes = 60
) -> Scenario {
  let open: [Interval] = .daily(0, 24)
  return .fixture(
    days: days, slotMinutes: slotMinutes, stations: [.fixture("s1", hostHours: open), .fixture("s2", hostHours: open)],
    contracts: [contract], staff: [.fixture(allowedStations: allowed, available: available)],
    staffTravelMinutes: [[0, travel], [travel, 0]])
}

private func kinds(_ scenario: Scenario, _ segments: Segment...) -> [ViolationKind] {
  kinds(scenario, [Duty(staff: 0, segments: segments)])
}

@Suite("R02 availability")
struct R02Tests {
  @Test("Work may fill the availability but not leave it, in the first and the last window")
  func limit() {
    let scenario = day(available: [.hours(8, 12), .hours(8, 12, day: 6)], days: 7)
    #expect(kinds(scenario, [.at(8, 12), .at(8, 12, day: 6)]) == [])
    #expect(kinds(scenario, [.at(7, 12)]) == [.unavailable])
    #expect(kinds(scenario, [.at(8, 13, day: 6)]) == [.unavailable])
    #expect(kinds(scenario, [.at(8, 12, day: 3)]) == [.unavailable])
  }

  @Test("An unpaid gap may lie outside, the travel after it may not")
  func gaps() {
    let apart: [Interval] = [.hours(8, 11), .hours(14, 17)]
    #expect(kinds(day(available: apart), .at(0, 8, 11), .at(0, 14, 17)) == [])
    // The hour of travel lies right before the second segment.
    #expect(kinds(day(available: apart, travel: 60), .at(0, 8, 11), .at(1, 15, 17)) == [])
    #expect(kinds(day(available: apart, travel: 60), .at(0, 8, 11), .at(1, 14, 17)) == [.unavailable])
  }

  @Test("The breach is told in minutes")
  func numbers() {
    let scenario = day(available: [.hours(9, 12)])
    let found = check(scenario, demand: .none, plan: .of(scenario, [.at(8, 13)])).violations
    #expect(found.count == 1)
    #expect(found.first?.measured == 180)
    #expect(found.first?.allowed == 300)
    #expect(found.first?.amount == 120)
    #expect(found.first?.interval == .hours(8, 13))
    #expect(found.first?.subject == ViolationSubject(staff: 0))
  }
}

@Suite("R03 allowed places")
struct R03Tests {
  @Test("A station that is not allowed")
  func station() {
    #expect(kinds(day(allowed: [0]), .at(0, 8, 12)) == [])
    #expect(kinds(day(allowed: [1]), .at(0, 8, 12)) == [.stationNotAllowed])
    #expect(kinds(day(allowed: [1]), .at(1, 8, 10), .at(0, 10, 12)) == [.stationNotAllowed])
  }
}

@Suite("R04 host hours")
struct R04Tests {
  @Test("A segment may fill the host hours but not leave them, in the first and the last window")
  func limit() {
    let scenario = Scenario.fixture(days: 2, staff: [.fixture(available: .daily(0, 24))])
    #expect(kinds(scenario, [.at(8, 14), .at(14, 20, day: 1)]) == [])
    #expect(kinds(scenario, [.at(7, 13)]).contains(.segmentOutsideHostHours))
    #expect(kinds(scenario, [.at(7, 13)]).filter { $0.rule == .r04 }.count == 1)
    #expect(kinds(scenario, [.at(17, 21, day: 1)]).contains(.segmentOutsideHostHours))
  }
}

@Suite("R05 length of a duty")
struct R05Tests {
  @Test("At least the minimum")
  func minimum() {
    #expect(kinds(day(), .at(0, 8, 11)) == [])
    #expect(kinds(day(), .at(0, 8, 10)) == [.dutyShort])
    #expect(kinds(day(), .at(0, 0, 3)) == [])
    #expect(kinds(day(), .at(0, 22, 24)) == [.dutyShort])
  }

  @Test("At most the longest duty, without the unpaid meal break")
  func maximum() {
    #expect(kinds(day(), .at(0, 8, 13), .at(0, 14, 17)) == [])
    #expect(kinds(day(), .at(0, 8, 13), .at(0, 14, 18)) == [.dutyLong])
  }

  @Test("At most the normal day plus the day's overtime")
  func overtime() {
    let contract = Contract.fixture(overtimeDayMinutes: 60, maximumDutyMinutes: 720)
    #expect(kinds(day(contract), .at(0, 8, 13), .at(0, 14, 18)) == [])
    #expect(kinds(day(contract), .at(0, 8, 13), .at(0, 14, 19)) == [.dutyLong])
  }

  @Test("Travel counts")
  func travel() {
    let contract = Contract.fixture(minimumDutyMinutes: 300)
    #expect(kinds(day(contract, travel: 20), .at(0, 8, 10), .at(1, 11, 13)) == [])
    #expect(kinds(day(contract), .at(0, 8, 10), .at(1, 10, 12)) == [.dutyShort])
  }
}

@Suite("R06 segments")
struct R06Tests {
  @Test("Each segment is long enough, also those beside a meal break")
  func length() {
    let contract = Contract.fixture(minimumSegmentMinutes: 120)
    #expect(kinds(day(contract), .at(0, 8, 10), .at(1, 10, 12)) == [])
    #expect(kinds(day(contract), .at(0, 8, 9), .at(1, 9, 12)) == [.segmentShort])
    #expect(kinds(day(contract), .at(0, 8, 11), .at(1, 11, 12)) == [.segmentShort])
    #expect(kinds(day(contract), .at(0, 8, 14), .at(0, 15, 16)) == [.segmentShort])
  }

  @Test("A place counts again when it is returned to, but not after an unpaid gap there")
  func places() {
    let one = Contract.fixture(maximumPlaces: 1)
    #expect(kinds(day(one), .at(0, 8, 12), .at(0, 13, 16)) == [])
    #expect(kinds(day(one), .at(0, 8, 12), .at(1, 12, 14)) == [.places])
    #expect(kinds(day(), .at(0, 8, 10), .at(1, 10, 12)) == [])
    #expect(kinds(day(), .at(0, 8, 10), .at(1, 10, 12), .at(0, 12, 13)) == [.places])
  }
}

@Suite("R07 travel")
struct R07Tests {
  @Test("The gap holds the travel, rounded up to slots")
  func limit() {
    #expect(kinds(day(travel: 61), .at(0, 8, 10), .at(1, 12, 14)) == [])
    #expect(kinds(day(travel: 60), .at(0, 8, 10), .at(1, 11, 13)) == [])
    #expect(kinds(day(travel: 61), .at(0, 8, 10), .at(1, 11, 13)) == [.travel])
    #expect(kinds(day(travel: 1), .at(0, 8, 10), .at(1, 10, 12)) == [.travel])
  }

  @Test("Segments that overlap are told as such")
  func overlap() {
    let scenario = day(travel: 0)
    let found = check(
      scenario, demand: .none, plan: .of(scenario, [.of(0, .at(0, 8, 11), .at(1, 10, 13))])
    ).violations
    #expect(found.map(\.kind) == [.segmentsOverlap])
    #expect(found.first?.interval == .hours(10, 11))
    #expect(found.first?.amount == 60)
  }
}

@Suite("R08 gaps and span")
struct R08Tests {
  @Test("A split lasts from its minimum to its maximum")
  func split() {
    #expect(kinds(day(), .at(0, 8, 10), .at(0, 12, 14)) == [])
    #expect(kinds(day(), .at(0, 8, 10), .at(0, 14, 16)) == [])
    #expect(kinds(day(), .at(0, 8, 10), .at(0, 15, 17)) == [.gap])
    #expect(kinds(day(.fixture(minimumSplitMinutes: 180)), .at(0, 8, 10), .at(0, 12, 14)) == [.gap])
  }

  @Test("Travel is no part of the split")
  func travel() {
    #expect(kinds(day(travel: 60), .at(0, 8, 10), .at(1, 15, 17)) == [])
    #expect(kinds(day(travel: 60), .at(0, 8, 10), .at(1, 16, 18)) == [.gap])
  }

  @Test("No split where the contract allows none")
  func noSplit() {
    #expect(kinds(day(.fixture(allowsSplit: false)), .at(0, 8, 10), .at(0, 12, 14)) == [.gap])
  }

  @Test("One meal break and one split, not two of a kind")
  func counts() {
    #expect(kinds(day(), .at(0, 8, 11), .at(0, 12, 14), .at(0, 16, 18)) == [])
    #expect(kinds(day(), .at(0, 8, 11), .at(0, 12, 15), .at(0, 16, 18)) == [.mealBreaks])
    #expect(kinds(day(), .at(0, 8, 10), .at(0, 12, 14), .at(0, 16, 18)) == [.splits])
  }

  @Test("The span, gaps included")
  func span() {
    #expect(kinds(day(), .at(0, 6, 9), .at(0, 13, 16), .at(0, 17, 18)) == [])
    #expect(kinds(day(), .at(0, 6, 9), .at(0, 13, 16), .at(0, 17, 19)) == [.span])
  }
}

@Suite("R09 meal breaks")
struct R09Tests {
  @Test("A stretch is at most as long as the contract says, the last one too")
  func stretch() {
    #expect(kinds(day(), .at(0, 8, 14)) == [])
    #expect(kinds(day(), .at(0, 8, 15)) == [.stretch])
    #expect(kinds(day(), .at(0, 8, 9), .at(0, 11, 18)) == [.stretch])
    #expect(kinds(day(), .at(0, 8, 15), .at(0, 17, 18)) == [.stretch])
  }

  @Test("Travel lengthens a stretch")
  func travel() {
    #expect(kinds(day(travel: 60), .at(0, 8, 10), .at(1, 11, 14)) == [])
    #expect(kinds(day(travel: 60), .at(0, 8, 10), .at(1, 11, 15)) == [.stretch])
  }

  @Test("A meal break only where the duty is long enough to need one")
  func needless() {
    #expect(kinds(day(), .at(0, 8, 11), .at(0, 12, 16)) == [])
    #expect(kinds(day(), .at(0, 8, 11), .at(0, 12, 15)) == [.needlessMealBreak])
    // A gap that could be a split too is a meal break.
    let same = Contract.fixture(minimumSplitMinutes: 60)
    #expect(kinds(day(same), .at(0, 8, 11), .at(0, 12, 15)) == [.needlessMealBreak])
  }

  @Test("A contract without the rule has no meal breaks")
  func none() {
    let contract = Contract.fixture(mealBreakAfterMinutes: nil)
    #expect(kinds(day(contract), .at(0, 8, 16)) == [])
    #expect(kinds(day(contract), .at(0, 8, 11), .at(0, 12, 16)) == [.gap])
    let short = Contract.fixture(minimumSplitMinutes: 60, mealBreakAfterMinutes: nil)
    #expect(kinds(day(short), .at(0, 8, 11), .at(0, 12, 16)) == [])
  }

  @Test("The meal break is rounded up to slots")
  func rounding() {
    let fine = day(.fixture(mealBreakMinutes: 20), slotMinutes: 15)
    let first = Segment.at(0, .hours(8, 12))
    #expect(kinds(fine, [.of(0, first, .at(0, Interval(750, 930)))]) == [])
    #expect(kinds(fine, [.of(0, first, .at(0, Interval(735, 930)))]) == [.gap])
    #expect(kinds(fine, [.of(0, first, .at(0, Interval(765, 930)))]) == [.gap])
  }
}
