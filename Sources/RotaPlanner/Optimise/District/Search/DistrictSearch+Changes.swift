import Foundation
import RotaEngine

/// One change: tried, made, or taken back.
extension DistrictSearch {
  /// What the step of that number would do at a temperature in units; nil when that is nothing, or not good enough. Leaves the plan as
  /// it is; the answer depends on the plan, the seed and the arguments only.
  func trial(_ step: Int, temperature: Double) -> Move? {
    random = SeededRandom(seed: seed, step: step)
    guard let proposal = proposal() else { return nil }
    let allowed = -temperature * log(max(random.unit(), .leastNormalMagnitude))
    let slots = proposal.people.map { proposal.crews[$0] ?? rosters[$0].runSlots }
    let before = Before(self, proposal.people)
    defer { takeBack(proposal.people, before) }
    let isGood = change(proposal, allowed, from: before) { index in
      planAnew(
        proposal.people[index], slots: slots[index], proposal.days,
        joint: index > 0 ? [] : jointCells(proposal, with: proposal.people.dropFirst()))
    }
    let found = proposal.people.map { rosters[$0] }
    return isGood && found != before.rosters ? Move(proposal: proposal, rosters: found, allowed: allowed) : nil
  }

  /// Makes the move if it is still lawful and good enough; true when the plan has changed. Its people must not have changed since its trial.
  func make(_ move: Move, keepsBest: Bool) -> Bool {
    let proposal = move.proposal
    let before = Before(self, proposal.people)
    guard change(proposal, move.allowed, from: before, roster: { move.rosters[$0] }) else {
      takeBack(proposal.people, before)
      return false
    }
    service.commit()
    if !proposal.crews.isEmpty { runs = proposal.runs }
    if keepsBest { keepBest() }
    return true
  }

  /// Serves more visits as the plan stands, if any can be moved on for it.
  func rearrangeVisits() {
    service.rearrange()
    service.commit()
    keepBest()
  }

  /// Takes over the plan and the guide of another search of the same scenario; its best plan is not taken.
  func adopt(_ other: DistrictSearch) {
    service.adopt(other.service)
    (rosters, runs, prices, money) = (other.rosters, other.runs, other.prices, other.money)
    (deliveryPrice, deliveryMoney, guide) = (other.deliveryPrice, other.deliveryMoney, other.guide)
    budgetPrice = other.budgetPrice
  }

  /// What a change can be taken back to.
  struct Before {
    let objective: Int
    let spent: Money
    let rosters: [[DutyCandidate]]
    let prices: [Int]
    let money: [Money]
    let delivery: (price: Int, money: Money)

    init(_ search: DistrictSearch, _ people: [Int]) {
      objective = search.objective
      spent = search.spent
      rosters = people.map { search.rosters[$0] }
      prices = people.map { search.prices[$0] }
      money = people.map { search.money[$0] }
      delivery = (search.deliveryPrice, search.deliveryMoney)
    }
  }

  func takeBack(_ people: [Int], _ before: Before) {
    service.rollBack()
    for (index, staff) in people.enumerated() {
      (rosters[staff], prices[staff], money[staff]) = (before.rosters[index], before.prices[index], before.money[index])
    }
    (deliveryPrice, deliveryMoney) = before.delivery
  }

  /// Gives the people of the proposal, one by one, the roster that `roster` has for their position; true when all is lawful then and the
  /// objective, with money of a tight budget at its price, has risen by `allowed` units at most.
  private func change(
    _ proposal: Proposal, _ allowed: Double, from before: Before, roster: (Int) -> [DutyCandidate]?
  ) -> Bool {
    let touched = proposal.people.flatMap(cells(of:))
    for staff in proposal.people { lift(staff, proposal.days) }
    service.settle()
    for (index, staff) in proposal.people.enumerated() {
      guard let roster = roster(index) else { return false }
      give(staff, roster, proposal.days)
    }
    if !proposal.crews.isEmpty { readDelivery(proposal.runs) }
    let change =
      Double(objective - before.objective) / 1_000_000 + budgetPrice * (spent.yuan - before.spent.yuan)
    return isAffordable && change <= allowed
      && (touched + proposal.people.flatMap(cells(of:))).joined().allSatisfy(service.isLawful)
  }

  /// Gives a person whose duties of the days, or all, were lifted a roster; visits settle.
  func give(_ staff: Int, _ roster: [DutyCandidate], _ days: [Int] = []) {
    rosters[staff] = roster
    prices[staff] = maker.price(staff, roster)
    money[staff] = maker.money(staff, roster)
    place(staff, days)
    service.settle()
  }

  /// The person's best roster as things stand; nil when it does not hold the runs it must, or time is up.
  func planAnew(_ staff: Int, slots: [Int], _ days: [Int], joint: Set<Int>) -> [DutyCandidate]? {
    readWorths(staff, slots, days, joint)
    let roster =
      switch days.count {
      case 0: maker.roster(staff, worths: worths, runs: slots)
      case 1: maker.roster(staff, anewOn: days[0], with: rosters[staff], worths: worths, runs: slots)
      default: maker.roster(staff, anewOn: (days[0], days[1]), with: rosters[staff], worths: worths, runs: slots)
      }
    return roster?.runSlots.sorted() == slots.sorted() ? roster : nil
  }

  /// The cells of the station that the proposal may open in which as many of the others could join as are needed.
  private func jointCells(_ proposal: Proposal, with others: ArraySlice<Int>) -> Set<Int> {
    guard let station = proposal.opening else { return [] }
    var able: [Int: Int] = [:]
    for staff in others {
      let forms = maker.pricing.forms[staff].filter { proposal.days.isEmpty || proposal.days.contains($0.day) }
      for form in forms {
        for spot in form.spots() where spot.place == .station(station) {
          for cell in form.cells(of: spot) { able[cell, default: 0] += 1 }
        }
      }
    }
    let needed = max(1, scenario.stations[station].minimumStaff - 1)
    return Set(able.filter { $0.value >= needed }.keys)
  }

  func readDelivery(_ runs: [Run]) {
    let account = PlanAccount.delivery(runs, scenario)
    (deliveryPrice, deliveryMoney) = (account.price.micro, account.money)
  }

  var isAffordable: Bool {
    guard let budget = scenario.budget else { return true }
    return spent <= budget
  }

  private var spent: Money {
    scenario.budget == nil ? .zero : money.reduce(service.money + deliveryMoney, +)
  }

  /// - Parameter joint: Cells that the person may open although others are needed as well.
  private func readWorths(_ staff: Int, _ slots: [Int], _ days: [Int], _ joint: Set<Int>) {
    let skills = scenario.staff[staff].skills
    let forms = maker.pricing.forms[staff]
    for form in (days.isEmpty ? forms : days.map { forms[$0] }) {
      for cell in form.spots().lazy.flatMap(form.cells) {
        let worth = service.worth(
          cell, skills: skills, forbidden: RosterMaker.forbidden, needed: RosterMaker.needed,
          isJoint: joint.contains(cell))
        worths[cell] = worth > RosterMaker.forbidden ? judged(worth, cell) : worth
      }
    }
    for run in scenario.delivery.slots.indices {
      worths[service.tables.cellCount + run] = RosterMaker.worth(ofRun: run, crewOf: slots)
    }
  }

  /// A worth as this step sees it: where nobody is, it may follow the bound's multipliers, which know what the cell is worth to all people
  /// together; and it may be blurred.
  private func judged(_ worth: Double, _ cell: Int) -> Double {
    let isFree = pull > 0 && worth < RosterMaker.needed / 2 && service.present(cell) == 0
    let seen = isFree ? worth + pull * (guide[cell] - worth) : worth
    return noise > 0 ? seen * (1 + noise * (random.unit() - 0.5)) : seen
  }
}
