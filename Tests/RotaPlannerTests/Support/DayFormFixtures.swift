@testable import RotaPlanner

extension DayForm {
  /// A form with tables of its own.
  init(staff: Int, day: Int, law: DutyLaw, runs: [Int]) {
    self.init(staff: staff, day: day, tables: PlaceTables(law), runs: runs)
  }
}
