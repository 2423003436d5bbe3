/// A proved lower bound on the objective of every lawful plan, by Lagrangian relaxation.
///
/// Three links of the model are moved into the objective with multipliers: staff present in a cell are the people rostered there
/// (`people`), crews of a delivery slot are the people rostered in it (`seats`), and visits served of an item are at most those
/// wanted (`visits`, 0 up to the item's weight). What remains falls apart into cells, rosters and runs, and each part is minimised over a set
/// that holds every lawful choice, at a cost never above the true one. So for any multipliers at all the sum is at most the objective of
/// every lawful plan; a subgradient method only looks for multipliers that make it large. Pins, the budget, and what the parts say they
/// leave out can only raise a plan's objective. Rounding: O8 rounds down by less than 1 micro, O9 by at most half a micro a person and
/// week, O10 is taken half a micro a slot too cheap; the sum of doubles is cut by a billionth.
struct DistrictBound: Sendable {
  private let cells: CellRelaxation
  private let rosters: RosterRelaxation
  private let runs: RunRelaxation
  private let wanted: [Double]
  private let weights: [Double]
  private let slotsOfRun: [Double]
  /// O3 without any visit and O7 without any duty.
  private let constant: Double
  private let rounding: Double

  private var people: [Double]
  private var visits: [Double]
  private var seats: [Double]
  /// The best bound so far, in micro units.
  private(set) var best = -Double.infinity

  init(_ scenario: Scenario, demand: DerivedDemand, worths: [Int]) {
    let law = DutyLaw(scenario)
    let runnable = RunMaker(scenario).runnable
    cells = CellRelaxation(scenario, demand: demand, law: law)
    rosters = RosterRelaxation(scenario, law: law, runnable: runnable)
    runs = RunRelaxation(scenario, runnable: runnable)
    wanted = demand.items.map { Double($0.visits) }
    weights = demand.items.map { Double($0.weight.micro) }
    slotsOfRun = scenario.delivery.slots.map { Double($0.interval.length / scenario.horizon.slotMinutes) }
    let unserved = demand.items.reduce(0) { $0 + $1.weight.micro * $1.visits }
    let unmet = scenario.staff.flatMap(\.wishes).filter { $0.kind == .on }.reduce(0) { $0 + $1.weight.micro }
    constant = Double(unserved + unmet)
    rounding = 2 + Double(scenario.staff.count * scenario.horizon.weekCount)
    people = worths.map { max(0, Double($0)) / 2 }
    visits = weights.map { $0 / 2 }
    seats = scenario.delivery.slots.map { _ in 0 }
  }

  /// The bound as a score, never below 0.
  var score: Score {
    Score(micro: best.isFinite ? max(0, Int((best - rounding - abs(best) * 1e-9).rounded(.down))) : 0)
  }

  /// One round: the bound at the present multipliers, then a step towards better ones. `target` is the objective of a known plan.
  mutating func improve(target: Double, scale: Double) {
    var staff = people.map { _ in 0.0 }
    var served = wanted.map { _ in 0.0 }
    var crew = seats.map { _ in 0.0 }
    var presence = [Double](repeating: 0, count: people.count + seats.count)
    let earnings = people + zip(seats, slotsOfRun).map { $0 / max(1, $1) }
    var value = constant
    value += cells.minimise(people: people, visits: visits, staff: &staff, served: &served)
    value += rosters.minimise(earnings: earnings, presence: &presence)
    value += runs.minimise(seats: seats, crew: &crew)
    value -= zip(visits, wanted).reduce(0) { $0 + $1.0 * $1.1 }
    best = max(best, value)
    step(target: target - value, scale: scale, staff: staff, served: served, crew: crew, presence: presence)
  }

  private mutating func step(
    target: Double, scale: Double, staff: [Double], served: [Double], crew: [Double], presence: [Double]
  ) {
    var norm = 0.0
    for cell in people.indices { norm += square(staff[cell] - presence[cell]) }
    for item in visits.indices { norm += square(served[item] - wanted[item]) }
    for slot in seats.indices { norm += square(crew[slot] - presence[people.count + slot] / max(1, slotsOfRun[slot])) }
    guard norm > 0, target > 0 else { return }
    let length = scale * target / norm
    for cell in people.indices { people[cell] = max(0, people[cell] + length * (staff[cell] - presence[cell])) }
    for item in visits.indices {
      visits[item] = min(weights[item], max(0, visits[item] + length * (served[item] - wanted[item])))
    }
    for slot in seats.indices {
      let slack = crew[slot] - presence[people.count + slot] / max(1, slotsOfRun[slot])
      seats[slot] = max(0, seats[slot] + length * slack)
    }
  }

  private func square(_ value: Double) -> Double { value * value }
}
