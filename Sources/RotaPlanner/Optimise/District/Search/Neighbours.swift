/// Who shares a station with whom: listed once for each set of stations that people may serve at, not for each person.
struct Neighbours: Sendable {
  /// By person: the list that holds its neighbours, and itself perhaps.
  private let listOf: [Int]
  private let lists: [[Int]]

  /// - Parameter people: Those who may be neighbours, sorted.
  init(_ scenario: Scenario, _ people: [Int]) {
    var known: [[Int]: Int] = [:]
    var sets: [[Int]] = []
    listOf = scenario.staff.map { person in
      let own = person.allowedStations
      if let list = known[own] { return list }
      known[own] = sets.count
      sets.append(own)
      return sets.count - 1
    }
    let listOf = listOf
    let shares = sets.map { one in
      let own = Set(one)
      return sets.map { $0.contains(where: own.contains) }
    }
    lists = shares.map { sharing in people.filter { sharing[listOf[$0]] } }
  }

  /// The neighbours of that person, sorted.
  subscript(_ staff: Int) -> Others {
    let all = lists[listOf[staff]]
    return Others(all: all, gap: all.place(ofSorted: staff))
  }

  /// A list without one of its members.
  struct Others: RandomAccessCollection {
    fileprivate let all: [Int]
    fileprivate let gap: Int?

    var startIndex: Int { 0 }
    var endIndex: Int { gap == nil ? all.count : all.count - 1 }
    subscript(index: Int) -> Int { all[index < gap ?? .max ? index : index + 1] }
  }
}
