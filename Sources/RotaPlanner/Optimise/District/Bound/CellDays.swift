/// O12 and O13 in the station side of the bound: the cheapest way through the slots of a station, one state a slot, when openings too many
/// and broken days cost. Exact over all sequences of states, so it bars none.
struct CellDays: Sendable {
  let slotCount: Int
  private let days: StationDays
  /// In micro units.
  private let extraOpening: Double
  private let brokenDay: Double

  /// Where a way stands after a slot: as bits, whether the slot is staffed, whether an opening has begun in the stretch of host hours, and
  /// whether the day is broken.
  private typealias Place = Int
  private static let (staffed, begun, broken, places) = (1, 2, 4, 8)

  /// The last step of a cheapest way.
  private struct Step {
    var cost = Double.infinity
    var from: Place = 0
    var kind = 0
  }

  init(_ scenario: Scenario) {
    slotCount = scenario.horizon.slotCount
    days = StationDays(scenario)
    extraOpening = Double(scenario.weights.extraOpening.micro)
    brokenDay = Double(scenario.weights.brokenDay.micro)
  }

  /// Least cost of the station's slots with the states that have it.
  func best(
    _ choices: [CellRelaxation.Choice], station: Int
  ) -> (cost: Double, states: [CellRelaxation.State]) {
    guard extraOpening > 0 || brokenDay > 0 else { return apart(choices) }
    // The way begins at the places before the first slot; those after a slot follow in eights.
    var steps = [Step](repeating: Step(), count: (choices.count + 1) * Self.places)
    steps[days.goesOn[station] ? Self.staffed : 0].cost = 0
    for (slot, choice) in choices.enumerated() {
      let states = [choice.closed, choice.selfService, choice.staffed].enumerated().filter {
        $0.element.cost < .infinity
      }
      for place in 0..<Self.places {
        let so = steps[slot * Self.places + place].cost
        guard so < .infinity else { continue }
        let entry = enter(place, station * slotCount + slot, isFirst: slot == 0)
        for (kind, state) in states {
          let (to, price) = step(entry, kind, station, slot)
          let index = (slot + 1) * Self.places + to
          let cost = so + state.cost + price
          if cost < steps[index].cost { steps[index] = Step(cost: cost, from: place, kind: kind) }
        }
      }
    }
    return trace(steps, choices)
  }

  /// Where the way stands when a slot begins: another stretch has no opening yet, another day is not broken.
  private func enter(_ place: Place, _ cell: Int, isFirst: Bool) -> Place {
    var entry = place
    if isFirst || days.stretch[cell] != days.stretch[cell - 1] { entry &= ~Self.begun }
    if isFirst || days.day[cell] != days.day[cell - 1] { entry &= ~Self.broken }
    return entry
  }

  /// Where a slot of that kind (0 closed, 1 self-service, 2 staffed) leads, and what O12 and O13 ask for it.
  private func step(_ entry: Place, _ kind: Int, _ station: Int, _ slot: Int) -> (to: Place, price: Double) {
    let cell = station * slotCount + slot
    var (to, price) = (entry & ~Self.staffed, 0.0)
    if kind == 2 {
      to |= Self.staffed
      if entry & Self.staffed == 0, days.stretch[cell] != nil {
        if entry & Self.begun != 0 { price += extraOpening }
        to |= Self.begun
      }
    } else if days.promisedDay[cell] != nil, kind == 0 || !days.keeps(station, .selfService) {
      if entry & Self.broken == 0 { price += brokenDay }
      to |= Self.broken
    }
    return (to, price)
  }

  private func trace(
    _ steps: [Step], _ choices: [CellRelaxation.Choice]
  ) -> (cost: Double, states: [CellRelaxation.State]) {
    var states = choices.map(\.closed)
    let last = choices.count * Self.places
    var place = (0..<Self.places).min { steps[last + $0].cost < steps[last + $1].cost }!
    let cost = steps[last + place].cost
    // A slot without any state: no plan is lawful.
    guard cost < .infinity else { return (cost, states) }
    for slot in choices.indices.reversed() {
      let step = steps[(slot + 1) * Self.places + place]
      if step.kind == 1 { states[slot] = choices[slot].selfService }
      if step.kind == 2 { states[slot] = choices[slot].staffed }
      place = step.from
    }
    return (cost, states)
  }

  /// Without prices of days every slot is its own.
  private func apart(_ choices: [CellRelaxation.Choice]) -> (cost: Double, states: [CellRelaxation.State]) {
    let states = choices.map { choice in
      let idle = choice.selfService.cost < choice.closed.cost ? choice.selfService : choice.closed
      return choice.staffed.cost < idle.cost ? choice.staffed : idle
    }
    return (states.reduce(0) { $0 + $1.cost }, states)
  }
}
