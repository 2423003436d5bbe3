/// What a search has done, in units that are the same on every machine, and where its time went.
///
/// A unit is about a microsecond of a machine of 2024: a thousand cells of a pricing sweep, or a thousandth of the numbers that a
/// simplex iteration reads. Turns between the parts of a search are taken by units, so equal seeds give equal rosters.
final class WorkMeter: @unchecked Sendable {
  /// Units after which the search must stop.
  var limit: Int
  private(set) var spent = 0
  private(set) var pivots = 0
  private(set) var sweeps = 0
  private(set) var columns = 0
  private(set) var rounds = 0
  private(set) var simplexSeconds = 0.0
  private(set) var pricingSeconds = 0.0

  init(limit: Int = .max) { self.limit = limit }

  var isOver: Bool { spent >= limit }
  /// Units left.
  var left: Int { max(0, limit - spent) }

  /// Runs a piece of simplex and books its time.
  func simplex<Value>(_ body: () throws -> Value) rethrows -> Value {
    let begin = ContinuousClock.now
    defer { simplexSeconds += (ContinuousClock.now - begin) / .seconds(1) }
    return try body()
  }

  /// Runs a piece of pricing and books its time.
  func pricing<Value>(_ body: () throws -> Value) rethrows -> Value {
    let begin = ContinuousClock.now
    defer { pricingSeconds += (ContinuousClock.now - begin) / .seconds(1) }
    return try body()
  }

  /// Books simplex iterations that cost `units` in all.
  func note(pivots count: Int, units: Int) {
    pivots += count
    spent += units
  }

  /// Books the sweeps behind an answer.
  func note(_ answer: PersonPricer.Answer) {
    sweeps += answer.sweeps
    spent += answer.work
  }

  /// Books a forward and a backward sweep.
  func note(through answer: PersonPricer.Through?) {
    sweeps += 2
    spent += answer?.work ?? 20
  }

  /// Books a round of column generation that brought `columns` columns.
  func note(round columns: Int) {
    rounds += 1
    self.columns += columns
  }

  /// Books what another meter counted.
  func add(_ other: WorkMeter) {
    spent += other.spent
    pivots += other.pivots
    sweeps += other.sweeps
    columns += other.columns
    rounds += other.rounds
    simplexSeconds += other.simplexSeconds
    pricingSeconds += other.pricingSeconds
  }
}
