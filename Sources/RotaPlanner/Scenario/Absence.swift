/// What keeps a person from the usual hours, as typed: facts, from which planning and check each work out what counts.
struct Absence: Hashable, Sendable {
  /// Hours of work before anything is taken out, extra hours included, over the whole horizon, normalised.
  var usual: [Interval]
  /// Days of the week (0 Monday to 6 Sunday) on which the person's weekly hours begin, sorted.
  var weekdays: [Int]
  /// Leave, training and the like, normalised; also where it lies outside `usual`.
  var leave: [Interval]
  /// Antenatal visits, normalised.
  var antenatal: [Interval]

  /// Nobody is away; no usual hours are known.
  static let none = Absence(usual: [], weekdays: [], leave: [], antenatal: [])
}
