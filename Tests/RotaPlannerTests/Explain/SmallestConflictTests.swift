import Testing

@testable import RotaPlanner

/// The search for a smallest conflict against all subsets, with demands that clash by decree.
@Suite struct SmallestConflictTests {
  /// Some sets of numbers below `count`; whatever contains one of them clashes.
  private func decree(seed: Int) -> (count: Int, conflicts: [Set<Int>]) {
    var random = SeededGenerator(seed: seed)
    let count = random.int(1...8)
    let conflicts = (0..<random.int(1...4)).map { _ in Set(random.distinct(random.int(1...min(4, count)), below: count))
    }
    return (count, conflicts)
  }

  @Test func `the smallest conflict is found and said to be the smallest`() throws {
    for seed in 1...400 {
      let (count, conflicts) = decree(seed: seed)
      var search = SmallestConflict { demands in
        conflicts.contains { $0.isSubset(of: demands) } ? .clash : .holds(also: [])
      }
      let found = try search.find(in: Array(0..<count))
      #expect(conflicts.contains(Set(found.members)), "seed \(seed)")
      #expect(found.members.count == conflicts.map(\.count).min(), "seed \(seed)")
      #expect(found.proof == .smallest, "seed \(seed)")
    }
  }

  @Test func `nothing is claimed that an unanswered test leaves open`() throws {
    for seed in 1...400 {
      let (count, conflicts) = decree(seed: seed)
      var random = SeededGenerator(seed: -seed)
      let silent = Set((0..<4).map { _ in random.distinct(random.int(0...count), below: count) })
      var search = SmallestConflict { demands in
        if demands.count < count && silent.contains(demands) { return .unknown }
        return conflicts.contains { $0.isSubset(of: demands) } ? .clash : .holds(also: [])
      }
      let (members, proof) = try search.find(in: Array(0..<count))
      #expect(conflicts.contains { $0.isSubset(of: members) }, "seed \(seed)")
      if proof == .smallest { #expect(members.count == conflicts.map(\.count).min(), "seed \(seed)") }
      if proof != .conflict { #expect(conflicts.contains(Set(members)), "seed \(seed)") }
    }
  }

  @Test func `a search out of time still returns a conflict`() throws {
    var left = 3
    var search = SmallestConflict(
      mayGoOn: {
        left -= 1
        return left > 0
      }, test: { $0.contains(2) && $0.contains(5) ? .clash : .holds(also: []) })
    let found = try search.find(in: Array(0..<8))
    #expect(Set(found.members).isSuperset(of: [2, 5]))
    #expect(found.proof == .conflict)
  }
}
