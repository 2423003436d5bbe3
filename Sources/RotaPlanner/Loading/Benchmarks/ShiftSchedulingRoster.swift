/// Who has which shift on which day, in terms of the published shift-scheduling format.
public struct ShiftSchedulingRoster: Hashable, Sendable {
  /// For each person of the instance, in its order, the shift's number on each day; nil: a day off.
  var shifts: [[Int?]]

  /// A roster as given.
  init(shifts: [[Int?]]) { self.shifts = shifts }

  /// What stands in `roster.csv` on a day off.
  static let dayOff = "-"

  /// Reads `roster.csv`: for each person a line with the id and, for each day, the shift's id or `-`.
  /// - Throws: `BenchmarkFault` at the first line that cannot be understood.
  init(csv: String, of instance: ShiftSchedulingInstance) throws(BenchmarkFault) {
    var index: [Substring: Int] = [:]
    for (number, person) in instance.people.enumerated() { index[person.id[...]] = number }
    var shiftIndex: [Substring: Int] = [:]
    for (number, shift) in instance.shifts.enumerated() { shiftIndex[shift.id[...]] = number }
    var rosters = [[Int?]?](repeating: nil, count: instance.people.count)
    for line in SectionedText.table(csv) {
      try line.require(instance.dayCount + 1)
      guard let person = index[line.fields[0]] else { throw .unknown(line, line.fields[0], in: "SECTION_STAFF") }
      if rosters[person] != nil { throw .twice(line, String(line.fields[0])) }
      var roster: [Int?] = []
      for field in line.fields[1...instance.dayCount] {
        let shift = shiftIndex[field]
        if shift == nil, field != Self.dayOff { throw .unknown(line, field, in: "SECTION_SHIFTS") }
        roster.append(shift)
      }
      rosters[person] = roster
    }
    shifts = []
    for (person, roster) in zip(instance.people, rosters) {
      guard let roster else { throw .section(person.id) }
      shifts.append(roster)
    }
  }
}
