import Testing

@testable import RotaPlanner

@Test func intervalsShareMinutes() { #expect(Interval(0, 90).overlap(Interval(60, 120)) == 30) }
