@testable import RotaPlanner

/// Every roster of each staff member: every way to spend the slots of every day, less what the checker finds unlawful whatever the
/// others do.
struct BruteForceRosters {
  private let force: BruteForce
  private let scenario: Scenario
  private static let personal: [Rule] = [
    .r00, .r01, .r02, .r03, .r04, .r05, .r06, .r07, .r08, .r09, .r10, .r11, .r12, .r13, .r14, .r15, .r16, .r17,
  ]

  init(_ force: BruteForce) {
    self.force = force
    scenario = force.scenario
  }

  /// Rosters that are lawful by themselves and keep the pins that name the person, with their price.
  func rosters(of staff: Int) -> [(duties: [Duty], part: BruteForce.Part)] {
    var rosters: [[Duty]] = [[]]
    for day in 0..<scenario.horizon.days {
      let duties = duties(of: staff, day: day)
      rosters = rosters.flatMap { roster in [roster] + duties.map { roster + [$0] } }
    }
    return rosters.filter { roster in
      force.breaches(force.plan(duties: roster), of: Self.personal + [.r29]).allSatisfy { violation in
        violation.rule == .r29 && violation.subject.staff != staff
      }
    }.map { ($0, force.part(force.plan(duties: $0))) }
  }

  /// Whether all rosters together man the stations and crews lawfully and keep the pins of stations; runs do not matter here.
  func isPossible(_ duties: [Duty]) -> Bool {
    let present = BruteForceOpenings.staffedOnly(duties, scenario)
    return force.breaches(force.plan(openings: present, duties: duties), of: [.r01, .r18, .r29]).allSatisfy {
      $0.rule == .r29 && $0.subject.site != nil
    }
  }

  /// Duties that start on the day and keep the rules of a single duty.
  private func duties(of staff: Int, day: Int) -> [Duty] {
    let horizon = scenario.horizon
    let last = min(horizon.slotCount, (day + 2) * horizon.slotsPerDay)
    let slots = (day * horizon.slotsPerDay..<last).filter {
      scenario.staff[staff].available.covers(horizon.interval(ofSlot: $0))
    }
    return segmentLists(slots.map(horizon.interval(ofSlot:))) { places(of: staff, in: $0) }
      .filter { horizon.day(of: $0[0].interval.start) == day }
      .map { Duty(staff: staff, segments: $0) }
      .filter { force.breaches(force.plan(duties: [$0]), of: Array(Self.personal.prefix(10))).isEmpty }
  }

  /// Allowed stations, and delivery slots that hold the interval (R03, R04).
  private func places(of staff: Int, in interval: Interval) -> [Place] {
    let person = scenario.staff[staff]
    let runs = scenario.delivery.slots.indices.filter {
      person.mayDeliver && scenario.delivery.slots[$0].interval.contains(interval)
    }
    return person.allowedStations.map { .station($0) } + runs.map { .run($0) }
  }
}
