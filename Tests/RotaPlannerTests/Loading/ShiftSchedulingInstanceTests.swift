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

  @Test(arguments: [
    (0, "A,0\nSECTION_HORIZON", 1, IssueCode.benchmarkOutside), (7, "SECTION_DAY_OFF", 8, .benchmarkUnknownSection),
    (13, "SECTION_STAFF", 14, .benchmarkTwice), (14, "0,E,1,100,1\n0,E,2,100,1", 16, .benchmarkTwice),
    (14, "0,E,1,100,1,7", 15, .benchmarkFields), (1, "7\n14", 3, .benchmarkTwice), (1, "7,14", 2, .benchmarkFields),
    (10, "A,0,E,2\nA,0,E,3", 12, .benchmarkTwice), (8, "A,2,2", 9, .benchmarkTwice),
    (6, "A,E=3|E=4,4320,960,5,2,2,1", 7, .benchmarkTwice), (4, "L,600,E|E", 5, .benchmarkTwice),
    (4, "L,600,E\n#M,600,E", 6, .benchmarkOutside),
  ])
  func whatWouldBeOverlookedIsAFault(index: Int, line: String, number: Int, code: IssueCode) {
    var lines = Self.lines
    lines[index] = line
    let fault = #expect(throws: BenchmarkFault.self) {
      try ShiftSchedulingInstance(text: lines.joined(separator: "\n"))
    }
    #expect(fault?.line == number)
    #expect(fault?.code == code)
  }

  @Test func aFileHasEverySectionAndCoverForEachDayAndShift() throws {
    func codes(_ lines: [String]) -> [IssueCode] {
      do throws(ScenarioError) { _ = try PublishedInstance(Array(lines.joined(separator: "\n").utf8), file: "i") } catch
      { return error.list.issues.map(\.code) }
      return []
    }
    let covers = (0..<7).flatMap { ["\($0),E,1,100,1", "\($0),L,0,100,1"] }
    let whole = Array(Self.lines.dropLast()) + covers
    #expect(codes(whole) == [])
    #expect(codes(whole.dropLast()) == [.benchmarkIncomplete])
    #expect(codes(whole.filter { !$0.hasPrefix("SECTION_SHIFT_ON") && $0 != "A,0,E,2" }) == [.benchmarkSection])
  }

  @Test func aMissingSectionIsNamed() {
    let fault = #expect(throws: BenchmarkFault.self) { try ShiftSchedulingInstance(text: "SECTION_HORIZON\n7\n") }
    #expect(fault?.arguments["subject"] == .text("SECTION_SHIFTS"))
  }
}
