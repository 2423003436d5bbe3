/// How many duties, and how many of them in the evening, somebody may have in a week (R30). A duty counts in the week of the day on which it
/// starts.
struct WeekCounts: Hashable, Sendable {
  /// nil: as many as other rules allow.
  var duties: Int?
  /// Duties with an evening point (docs/model.md, section 5); nil: as many as other rules allow.
  var evenings: Int?

  /// The lower of both for each count.
  func lowered(to other: WeekCounts) -> WeekCounts {
    func lower(_ one: Int?, _ two: Int?) -> Int? { [one, two].compactMap { $0 }.min() }
    return WeekCounts(duties: lower(duties, other.duties), evenings: lower(evenings, other.evenings))
  }
}
