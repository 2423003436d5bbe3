/// The hard rules of docs/model.md section 4, by their id; `r00` is the plan's form.
enum Rule: String, CaseIterable, Comparable, Sendable {
  /// The plan's form: what it names exists, times lie on the grid and inside the horizon.
  case r00 = "R00"
  /// One duty a day.
  case r01 = "R01"
  /// Availability.
  case r02 = "R02"
  /// Allowed places.
  case r03 = "R03"
  /// Segments inside host hours, runs exactly in their delivery slot.
  case r04 = "R04"
  /// Length of a duty.
  case r05 = "R05"
  /// Length and number of segments.
  case r06 = "R06"
  /// Travel between segments.
  case r07 = "R07"
  /// Gaps and span of a duty.
  case r08 = "R08"
  /// Meal breaks.
  case r09 = "R09"
  /// Daily rest.
  case r10 = "R10"
  /// Days in a row.
  case r11 = "R11"
  /// Weekly rest.
  case r12 = "R12"
  /// Minutes of a week.
  case r13 = "R13"
  /// Overtime.
  case r14 = "R14"
  /// Averages.
  case r15 = "R15"
  /// Nights.
  case r16 = "R16"
  /// Heat on crews.
  case r17 = "R17"
  /// Staffing of stations.
  case r18 = "R18"
  /// Openings.
  case r19 = "R19"
  /// Visits.
  case r20 = "R20"
  /// Seats.
  case r21 = "R21"
  /// Service rate.
  case r22 = "R22"
  /// Crews.
  case r23 = "R23"
  /// Times of a run.
  case r24 = "R24"
  /// Kits of a run.
  case r25 = "R25"
  /// Recipients.
  case r26 = "R26"
  /// Heat on runs.
  case r27 = "R27"
  /// Budget.
  case r28 = "R28"
  /// Pins.
  case r29 = "R29"
  /// Counts of a week.
  case r30 = "R30"

  /// The lower number first.
  static func < (left: Rule, right: Rule) -> Bool { left.rawValue < right.rawValue }
}
