import Testing

@testable import RotaPlanner

@Test func minutesAreIntegers() { #expect(Minutes(90) == 90) }
