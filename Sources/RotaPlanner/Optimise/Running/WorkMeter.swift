/// What a search has done, in units that are the same on every machine, and where its time went.
///
/// A unit is about a microsecond of a machine of 2024: a thousand cells of a pricing sweep, or a thousandth of the numbers that a
/// simplex iteration reads. Turns between the parts of a search are taken by units, so equal seeds give equal rosters.
final class WorkMeter: @unchecked Sendable {
  /// Units after which the search must stop.
  var limit: Int
  private(set) var spent = 0
  private(set) var pivots = 0
  private(set) var columns = 0
  private(set) var rounds = 0
  /// Where the time went; what a lane did besides simplex and pricing counts as searching.
  private(set) var split = TimeSplit()

  init(limit: Int = .max) { self.limit = limit }

  var isOver: Bool { spent >= limit }
  /// Units left.
  var left: Int { max(0, limit - spent) }

  /// Runs a piece of simplex and books its time.
  func simplex<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let begin = ContinuousClock.now
    defer { split[.simplex] += begin.secondsUntilNow }
    return try body()
  }

  /// Runs a piece of pricing and books its time.
  func pricing<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let begin = ContinuousClock.now
    defer { split[.pricing] += begin.secondsUntilNow }
    return try body()
  }

  /// Runs a turn of the lane that books here; its time without simplex and pricing is booked as searching.
  func turn<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let begin = ContinuousClock.now
    let booked = split.total
    defer { split[.search] += max(0, begin.secondsUntilNow - (split.total - booked)) }
    return try body()
  }

  /// Books simplex iterations that cost `units` in all.
  func note(pivots count: Int, units: Int) {
    pivots += count
    spent += units
  }

  /// Books a sweep of `units`.
  func note(sweep units: Int) {
    spent += units
  }

  /// Books a sweep of `units` at prices that were made for one person alone, and the making of those.
  func note(alone units: Int) {
    spent += units * 5 / 2
  }

  /// Books a forward and a backward sweep of `units`; nil: one that could not be made.
  func note(through units: Int?) {
    spent += units ?? 20
  }

  /// Books a round of column generation that brought `columns` columns.
  func note(round columns: Int) {
    rounds += 1
    self.columns += columns
  }

  /// Books the choice of a neighbourhood, so that a turn also ends where no choice can gain.
  func noteChoice() { spent += 50 }

  /// Books a piece of work that the solver gave up.
  func noteFailure() { spent += 1000 }

  /// Books what another meter counted.
  func add(_ other: WorkMeter) {
    spent += other.spent
    pivots += other.pivots
    columns += other.columns
    rounds += other.rounds
    split += other.split
  }
}
