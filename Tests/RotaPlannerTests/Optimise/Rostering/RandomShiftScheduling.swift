@testable import RotaEngine
@testable import RotaPlanner

/// Small random instances in the published shift-scheduling format, with every kind of limit.
enum RandomShiftScheduling {
  static func text(seed: UInt64, days: Int, people: Int, shifts: Int) -> String {
    var random = SeededRandom(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var text = "# random\nSECTION_HORIZON\n\(days)\n\nSECTION_SHIFTS\n"
    let lengths = (0..<shifts).map { _ in [240, 480, 720][pick(0...2)] }
    for shift in 0..<shifts {
      let forbidden = (0..<shifts).filter { _ in pick(0...3) == 0 }.map { "s\($0)" }.joined(separator: "|")
      text += "s\(shift),\(lengths[shift]),\(forbidden)\n"
    }
    text += "\nSECTION_STAFF\n"
    for person in 0..<people {
      let most = (0..<shifts).map { "s\($0)=\([0, 1, 2, days][pick(0...3)])" }.joined(separator: "|")
      let upper = pick(2...days) * 480
      text +=
        "p\(person),\(most),\(upper),\(min(upper, pick(0...2) * 240)),\(pick(2...4)),\(pick(1...3)),\(pick(1...3)),\(pick(0...2))\n"
    }
    text += "\nSECTION_DAYS_OFF\np0,\(pick(0...days - 1))\n"
    for (section, chance) in [("ON", 2), ("OFF", 2)] {
      text += "\nSECTION_SHIFT_\(section)_REQUESTS\n"
      for person in 0..<people {
        for day in 0..<days where pick(0...5) < chance {
          text += "p\(person),\(day),s\(pick(0...shifts - 1)),\(pick(1...4))\n"
        }
      }
    }
    text += "\nSECTION_COVER\n"
    for day in 0..<days {
      for shift in 0..<shifts { text += "\(day),s\(shift),\(pick(0...2)),\(pick(2...12)),\(pick(1...3))\n" }
    }
    return text
  }

  static func instance(seed: UInt64, days: Int, people: Int, shifts: Int) throws -> ShiftSchedulingInstance {
    try ShiftSchedulingInstance(text: text(seed: seed, days: days, people: people, shifts: shifts))
  }

  /// All lawful rosters of everybody, as columns of the instance's `problem`.
  static func lawfulColumns(_ instance: ShiftSchedulingInstance, _ problem: RosteringProblem) -> [[RosterColumn]] {
    instance.people.indices.map { person in
      lawfulRosters(instance, person: person).map { roster in
        RosterColumn(problem: problem, person: person, kinds: roster.map { Int32($0 ?? -1) })
      }
    }
  }

  /// All lawful rosters of one person, by trying every sequence and asking the checker.
  static func lawfulRosters(_ instance: ShiftSchedulingInstance, person: Int) -> [[Int?]] {
    var alone = instance
    alone.people = [instance.people[person]]
    alone.requests = []
    alone.covers = []
    var found: [[Int?]] = []
    func extend(_ roster: [Int?]) {
      if roster.count == instance.dayCount {
        if ShiftSchedulingCheck(alone, rosters: [roster]).violations.isEmpty { found.append(roster) }
        return
      }
      extend(roster + [nil])
      for shift in instance.shifts.indices { extend(roster + [shift]) }
    }
    extend([])
    return found
  }
}
