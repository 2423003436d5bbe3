import Testing

@testable import RotaPlanner

@Suite("Times of the horizon as people type them")
struct HorizonTimesTests {
  private let week = Horizon.fixture(days: 7)

  @Test(
    "Dates and days of the week",
    arguments: [
      ("2026-07-06", 0), ("2026/7/8", 2), ("wed", 2), ("Sunday", 6), ("周三", 2), ("2026-07-13", nil),
      ("2026-07-05", nil),
      ("mon-fri", nil), ("someday", nil), ("", nil),
    ] as [(String, Int?)])
  func days(text: String, day: Int?) { #expect(week.day(named: text) == day) }

  @Test(
    "A day and a time of day",
    arguments: [
      ("2026-07-08T12:30", 3630), ("2026-07-08 12:30", 3630), ("wed 12:30", 3630), ("周三12：30", 3630), ("mon 0:00", 0),
      ("sun 23:59", 10_079), ("wed 24:00", nil), ("12:30", nil), ("2026-07-20T12:30", nil), ("wed", nil),
      ("wed 25:00", nil),
    ] as [(String, Int?)])
  func minutes(text: String, minute: Int?) { #expect(week.minute(named: text) == minute) }

  @Test("The time alone is enough where one day is planned")
  func oneDay() { #expect(Horizon.fixture(days: 1).minute(named: "8:05") == 485) }
}
