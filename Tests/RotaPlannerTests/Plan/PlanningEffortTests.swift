import Testing

@testable import RotaPlanner

@Suite("Effort of planning") struct PlanningEffortTests {
  private struct Fault: Error {}

  @Test("Time is booked to its part, also when the work fails")
  func booking() {
    var split = TimeSplit()
    let sum = split.time(.pricing) { (1...1000).reduce(0, +) }
    #expect(sum == 500_500)
    #expect(throws: Fault.self) { try split.time(.check) { throw Fault() } }
    #expect(split[.pricing] > 0 && split[.check] > 0)
    #expect(split[.simplex] == 0)
    #expect(split.total == split[.pricing] + split[.check])
  }

  @Test("Two efforts add up; what neither has stays unknown")
  func adding() {
    var first = PlanningEffort()
    first.split[.model] = 1
    first.rounds = 2
    var second = PlanningEffort()
    second.split[.model] = 0.5
    second.split[.bound] = 3
    second.rounds = 4
    second.nodes = 5
    let both = first.adding(second)
    #expect(both == second.adding(first))
    #expect(both.split[.model] == 1.5 && both.split[.bound] == 3 && both.split.total == 4.5)
    #expect(both.rounds == 6 && both.nodes == 5 && both.pivots == nil && both.columns == nil && both.steps == nil)
  }

  @Test("A turn of a lane counts as searching but for its simplex and pricing")
  func turns() {
    let meter = WorkMeter()
    func work() -> Int { (1...20_000).reduce(0) { $0 ^ $1 } }
    let begin = ContinuousClock.now
    meter.turn {
      _ = work()
      _ = meter.pricing(work)
      _ = meter.simplex(work)
    }
    let seconds = begin.secondsUntilNow
    #expect(meter.split[.pricing] > 0 && meter.split[.simplex] > 0 && meter.split[.search] > 0)
    #expect(meter.split.total <= seconds)
    let other = WorkMeter()
    other.add(meter)
    #expect(other.split == meter.split)
  }

  @Test("The table leaves out parts that took no time, and says what was done")
  func text() {
    var effort = PlanningEffort()
    effort.split[.loading] = 0.0625
    effort.split[.simplex] = 0.1875
    effort.columns = 7
    #expect(
      effort.text(seconds: 61.2, MessageCatalogue(.english)) == """
        Time
        part     seconds  percent
        -------  -------  -------
        loading    0.063    25.00
        simplex    0.188    75.00
        seconds in all: 61.200 (parts that run side by side count each)
        columns: 7

        """)
    let chinese = effort.text(seconds: 0, MessageCatalogue(.chinese))
    #expect(chinese.hasPrefix("用时\n部分           秒  百分比\n"))
    #expect(chinese.hasSuffix("\n总用时：0.000 秒（同时进行的部分各自计时）\n列数：7\n"))
  }
}
