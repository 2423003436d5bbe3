import Dispatch
import RotaEngine
import Synchronization

/// The people's side of the district bound: for each staff member the cheapest roster when presence earns its multipliers.
///
/// The set searched holds every lawful roster: single duties are exact (see `DayPricing`), hours keep R05, R13 and R14, days in a row
/// R11; rests between duties, weekly rest, nights and hot points are left out. Each of these only makes more
/// rosters possible or cheaper. Points above the fair share cost at least price x (points - share) for any price up to the weight.
final class RosterRelaxation: @unchecked Sendable {
  /// The best roster of one person.
  struct Answer: Sendable {
    /// In units; less than no duty at all is negative.
    var cost = 0.0
    /// Cells with a person, and `cellCount` + delivery slot for a place in a crew.
    var presence: [Int] = []
    /// Pay in yuan.
    var money = 0.0
    /// By `BurdenClass.rawValue`; hot duties are not counted.
    var points = [Double](repeating: 0, count: BurdenClass.allCases.count)
  }

  private let law: DutyLaw
  private let cellCount: Int
  private let runs: RunClasses
  /// One for each thread.
  private let lanes: [RosterPricing]
  /// Whether some contract has duties with two gaps.
  let hasTwoGaps: Bool

  /// Nil when `limits` end before everything is set up.
  init?(law: DutyLaw, runnable: [Bool], threads: Int, limits: SolveLimits) {
    let scenario = law.scenario
    self.law = law
    cellCount = scenario.stations.count * scenario.horizon.slotCount
    let classes = RunClasses(scenario, runnable: runnable)
    let first = classes.members.map { $0[0] }
    let tables = PlaceTables(law)
    let forms = scenario.staff.indices.map { staff in
      limits.stopNow != nil
        ? []
        : (0..<scenario.horizon.days).map {
          DayForm(staff: staff, day: $0, tables: tables, runs: scenario.staff[staff].mayDeliver ? first : [])
        }
    }
    if limits.stopNow != nil { return nil }
    runs = classes
    hasTwoGaps = forms.contains { $0.contains { $0.lengths.meal != nil && !$0.lengths.splits.isEmpty } }
    lanes = (0..<max(1, threads)).map { _ in RosterPricing(law: law, forms: forms) }
  }

  /// The best roster of each person, or nil when time is up before; the number of threads changes nothing.
  /// - Parameters:
  ///   - worths: For each kind of person, what presence earns by cell, then by delivery slot, in units.
  ///   - kinds: By person.
  ///   - points: Prices of points by person and `BurdenClass.rawValue`.
  ///   - yuan: Units that a yuan costs.
  ///   - isExact: Whether duties with two gaps count. Without them a round is twice as fast, and what it says is no bound.
  func minimise(
    worths: [[Double]], kinds: [Int], points: [[Double]], yuan: Double, isExact: Bool, limits: SolveLimits
  ) -> [Answer]? {
    var answers = kinds.map { _ in Answer() }
    let isStopped = Atomic(false)
    let (worths, best) = standIns(worths)
    answers.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let out = buffer
      DispatchQueue.concurrentPerform(iterations: lanes.count) { lane in
        (self.lanes[lane].yuan, self.lanes[lane].looksAtTwoGaps) = (yuan, isExact)
        for staff in stride(from: lane, to: out.count, by: self.lanes.count) {
          if limits.stopNow != nil { isStopped.store(true, ordering: .relaxed) }
          if isStopped.load(ordering: .relaxed) { return }
          worths[kinds[staff]].withUnsafeBufferPointer {
            out[staff] = self.best(staff, self.lanes[lane], $0.baseAddress!, points[staff], best[kinds[staff]])
          }
        }
      }
    }
    return isStopped.load(ordering: .relaxed) ? nil : answers
  }

  /// Gives the slot that stands for a class the worth of the best of them; the best ones, by kind and by the slot that stands for them.
  private func standIns(_ worths: [[Double]]) -> (worths: [[Double]], best: [[Int: Int]]) {
    var (all, best) = (worths, worths.map { _ in [Int: Int]() })
    for kind in worths.indices {
      for slots in runs.members {
        let most = slots.max { worths[kind][cellCount + $0] < worths[kind][cellCount + $1] }!
        best[kind][slots[0]] = most
        all[kind][cellCount + slots[0]] = worths[kind][cellCount + most]
      }
    }
    return (all, best)
  }

  private func best(
    _ staff: Int, _ pricing: RosterPricing, _ worths: UnsafePointer<Double>, _ points: [Double], _ runs: [Int: Int]
  ) -> Answer {
    for form in pricing.forms[staff] { pricing.price(form, worths: worths, points: points) }
    var answer = Answer()
    answer.cost = -pricing.choose(staff) - changeSlack(staff, yuan: pricing.yuan)
    answer.money = pricing.money(staff)
    for form in pricing.forms[staff] {
      count(pricing.segments(day: form.day, worths: worths), runs, day: form.day, in: &answer)
    }
    return answer
  }

  /// Most that a clock change makes a roster cheaper than slots of the wall clock say: an hour less to pay, or one more towards the
  /// guaranteed hours. In units.
  private func changeSlack(_ staff: Int, yuan: Double) -> Double {
    let scenario = law.scenario
    let horizon = scenario.horizon
    guard !horizon.clockChanges.isEmpty else { return 0 }
    let person = scenario.staff[staff]
    let contract = scenario.contract(of: staff)
    let rates = [DayKind.workday, .weekend, .holiday].map {
      contract.dutyRate(payPerMinute: person.payPerMinute, on: $0)
    }
    let rate = rates.reduce(0) { max($0, $1.yuan) } + contract.overtimeRate(payPerMinute: person.payPerMinute).yuan
    let hours = scenario.weights.guaranteedHour.units * Double(horizon.mostDoubled) / 60
    return max(0, yuan) * rate * Double(horizon.mostSkipped) + hours
  }

  private func count(_ segments: [Segment], _ runs: [Int: Int], day: Int, in answer: inout Answer) {
    guard let first = segments.first, let last = segments.last else { return }
    let horizon = law.scenario.horizon
    for segment in segments {
      switch segment.place {
      case .station: answer.presence += horizon.cells(of: segment)
      case .run(let run): answer.presence.append(cellCount + (runs[run] ?? run))
      }
    }
    let midnight = day * minutesPerDay
    if horizon.dayKinds[day] != .workday { answer.points[BurdenClass.weekend.rawValue] += 1 }
    if last.interval.end > midnight + law.scenario.fairness.eveningFrom {
      answer.points[BurdenClass.evening.rawValue] += 1
    }
    if first.interval.start < midnight + law.scenario.fairness.earlyBefore {
      answer.points[BurdenClass.early.rawValue] += 1
    }
  }
}
