import Testing

@testable import RotaPlanner

@Suite struct ShiftSchedulingInstanceTests {
  static let lines = [
    "SECTION_HORIZON", "7", "SECTION_SHIFTS", "E,480,", "L,600,E", "SECTION_STAFF", "A,E=3|L=0,4320,960,5,2,2,1",
    "SECTION_DAYS_OFF", "A,2,3", "SECTION_SHIFT_ON_REQUESTS", "A,0,E,2", "SECTION_SHIFT_OFF_REQUESTS", "A,1,L,3",
    "SECTION_COVER", "0,E,1,100,1",
  ]

  @Test func anInstanceIsReadFieldByField() throws {
    let instance = try ShiftSchedulingInstance(text: Self.lines.joined(separator: "\r\n") + "\n# end\n")
    #expect(instance.dayCount == 7)
    #expect(instance.shifts.map(\.forbiddenNext) == [[], [0]])
    let person = try #require(instance.people.first)
    #expect(person.mostOfShift == [3, 0])
    #expect(person.minutes == 960...4320)
    #expect([person.mostInARow, person.fewestInARow, person.fewestDaysOff, person.mostWeekends] == [5, 2, 2, 1])
    #expect(person.daysOff == [2, 3])
    #expect(instance.requests.map(\.isOn) == [true, false])
    #expect(instance.covers == [.init(day: 0, shift: 0, wanted: 1, under: 100, over: 1)])
  }

  @Test(arguments: [
    (1, "x", 2), (1, "-1", 2), (4, "L,600,Q", 5), (4, "E,600,", 5), (6, "A,E=3|Z=0,4320,960,5,2,2,1", 7),
    (6, "A,E=3,960,4320,5,2,2,1", 7), (6, "A,E=3,4320", 7), (8, "B,2", 9), (8, "A,7", 9), (10, "A,0,E", 11),
    (14, "0,E,1,99999999999999999999,1", 15),
  ])
  func aFaultNamesItsLine(index: Int, line: String, number: Int) {
    var lines = Self.lines
    lines[index] = line
    let fault = #expect(throws: BenchmarkFault.self) {
      try ShiftSchedulingInstance(text: lines.joined(separator: "\n"))
    }
    #expect(fault?.line == number)
  }

  @Test func aMissingSectionIsNamed() {
    let fault = #expect(throws: BenchmarkFault.self) { try ShiftSchedulingInstance(text: "SECTION_HORIZON\n7\n") }
    #expect(fault?.arguments["subject"] == .text("SECTION_SHIFTS"))
  }
}
