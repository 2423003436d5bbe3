import Dispatch
import Synchronization

/// Runs the pricing problems of many people on a few threads. What comes out does not depend on their number.
final class PricingTeam: @unchecked Sendable {
  let pricers: [PersonPricer]
  let threads: Int
  private let workspaces: [PricingWorkspace]

  init(problem: RosteringProblem, scale: Int, threads: Int) {
    pricers = problem.people.indices.map { PersonPricer(problem: problem, person: $0, scale: scale) }
    self.threads = max(1, threads)
    workspaces = (0..<max(1, threads)).map { _ in PricingWorkspace() }
  }

  /// A workspace for pricing on the calling thread, while no `price` call runs.
  var workspace: PricingWorkspace { workspaces[0] }

  /// The answers for `people`, in their order.
  func price(_ people: [Int], prices: RosterPrices, count: Int) -> [PersonPricer.Answer] {
    let empty = PersonPricer.Answer(bound: nil, rosters: [])
    let answers = AnswerSlots(count: people.count, empty)
    let next = NextIndex()
    let lanes = min(threads, people.count)
    if lanes <= 1 {
      for (index, person) in people.enumerated() {
        answers.set(index, pricers[person].price(prices, work: workspaces[0], count: count))
      }
    } else {
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        while true {
          let index = next.take()
          if index >= people.count { return }
          answers.set(index, self.pricers[people[index]].price(prices, work: self.workspaces[lane], count: count))
        }
      }
    }
    return answers.all
  }
}

private final class NextIndex: Sendable {
  private let value = Atomic<Int>(0)
  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Slots that several threads fill, each slot by one of them.
private final class AnswerSlots: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<PersonPricer.Answer>
  init(count: Int, _ empty: PersonPricer.Answer) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: empty)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  func set(_ index: Int, _ answer: PersonPricer.Answer) { slots[index] = answer }
  var all: [PersonPricer.Answer] { Array(slots) }
}
