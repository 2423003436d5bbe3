import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Multi-activity instances")
struct MultiActivityInstanceTests {
  private static let good = """
    # A comment
    SECTION_HORIZON
    1
    SECTION_TASKS
    2
    SECTION_STAFF
    A,360,600
    B,0,600
    SECTION_COVER
    1,06:00-06:15,1,1,2
    1,23:45-00:00,2,0,1
    2,05:45-06:00,2,1,1
    """

  @Test("Quarters count from 06:00 of day 1, and quarters without a line want nobody")
  func quartersCountFromTheMorning() throws {
    let instance = try MultiActivityInstance(text: Self.good)
    #expect(instance.dayCount == 1)
    #expect(instance.taskCount == 2)
    #expect(instance.people.map(\.id) == ["A", "B"])
    #expect(instance.people.map(\.minutes) == [360...600, 0...600])
    #expect(instance.covers.count == 192)
    #expect(instance.covers[0] == MultiActivityInstance.Cover(least: 1, most: 2))
    #expect(instance.covers[1] == MultiActivityInstance.Cover(least: 0, most: 0))
    #expect(instance.covers[71 * 2 + 1] == MultiActivityInstance.Cover(least: 0, most: 1))
    #expect(instance.covers[95 * 2 + 1] == MultiActivityInstance.Cover(least: 1, most: 1))
  }

  @Test(
    "A fault names its line",
    arguments: [
      ("1\nSECTION_TASKS", "x\nSECTION_TASKS", 3),
      ("A,360,600", "A,600,360", 7),
      ("A,360,600", "A,360", 7),
      ("B,0,600", "A,0,600", 8),
      ("06:00-06:15,1,1,2", "06:05-06:20,1,1,2", 10),
      ("06:00-06:15,1,1,2", "06:00-06:15,3,1,2", 10),
      ("06:00-06:15,1,1,2", "06:00-06:15,1,2,1", 10),
      ("06:00-06:15,1,1,2", "05:45-06:00,1,1,2", 10),
      ("1,23:45-00:00,2,0,1", "1,06:00-06:15,1,0,1", 11),
      ("2,05:45-06:00", "2,06:00-06:15", 12),
      ("2,05:45-06:00", "2,05:45", 12),
      ("SECTION_TASKS\n2", "", 0),
    ])
  func faultsNameTheirLine(old: String, new: String, line: Int) {
    let parts = Self.good.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined(separator: new)
    let fault = #expect(throws: BenchmarkFault.self) { try MultiActivityInstance(text: text) }
    #expect(fault?.line == line)
  }

  @Test("No prefix or damaged copy of a good text crashes the reader")
  func damageNeverCrashes() {
    let bytes = Array(Self.good.utf8)
    var random = SeededRandom(seed: 7)
    for length in bytes.indices {
      _ = try? MultiActivityInstance(text: String(decoding: bytes.prefix(length), as: UTF8.self))
      var damaged = bytes
      for _ in 0..<3 {
        damaged[random.below(damaged.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? MultiActivityInstance(text: String(decoding: damaged, as: UTF8.self))
    }
    #expect((try? MultiActivityInstance(text: "")) == nil)
  }

  @Test("A roster file is read as it is written, over midnight too")
  func rosterFilesRoundTrip() throws {
    let text = "staff,day,start,end,task\nA,1,20:00,01:00,2\nA,2,01:00,02:00,1\n"
    let roster = try MultiActivityRoster(csv: text)
    #expect(roster.segments.map(\.interval) == [Interval(1200, 1500), Interval(1500, 1560)])
    #expect(roster.csv == text)
  }

  @Test(
    "A faulty roster file names its line",
    arguments: [
      ("", 0), ("staff,day\n", 1), ("staff,day,start,end,task\nA,1,20:00,01:00\n", 2),
      ("staff,day,start,end,task\n\nA,1,25:00,01:00,1\n", 3), ("staff,day,start,end,task\nA,0,20:00,01:00,1\n", 2),
    ])
  func faultyRostersNameTheirLine(text: String, line: Int) {
    let fault = #expect(throws: BenchmarkFault.self) { try MultiActivityRoster(csv: text) }
    #expect(fault?.line == line)
  }
}
