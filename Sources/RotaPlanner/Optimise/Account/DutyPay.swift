/// Duty pay without overtime pay (docs/model.md section 6): each paid minute at the rate of the calendar day in which it lies.
extension Scenario {
  /// Pay of a paid minute of the staff member on that day of the horizon, or after it.
  func dutyRate(of staff: Int, onDay day: Int) -> Money {
    contract(of: staff).dutyRate(payPerMinute: self.staff[staff].payPerMinute, on: horizon.kind(ofDay: day))
  }

  /// Pay of these work intervals of the staff member.
  func dutyPay(of staff: Int, for stretches: [Interval]) -> Money {
    stretches.reduce(.zero) { sum, stretch in
      (horizon.day(of: stretch.start)...horizon.day(of: stretch.end - 1)).reduce(sum) { sum, day in
        let whole = horizon.interval(ofDay: day)
        let part = Interval(max(stretch.start, whole.start), min(stretch.end, whole.end))
        return sum + dutyRate(of: staff, onDay: day) * horizon.lasting(part)
      }
    }
  }
}
