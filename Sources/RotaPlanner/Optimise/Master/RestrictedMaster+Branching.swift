import RotaEngine

/// Decisions of dives and of branching, as bounds of columns.
extension RestrictedMaster {
  /// Gives a person the roster of column `index` for good. The person's other columns are switched off: GLPK leaves such columns out,
  /// so that each step of a dive makes the linear program smaller.
  func fix(_ index: Int) throws {
    let person = columns[index].person
    chosen[person] = index
    for (other, column) in columns.enumerated() where column.person == person && other != index {
      try setUsable(other, false)
    }
    try simplex.setBounds(ofColumn: firstRoster + index, .exactly(1))
  }

  /// Takes a decision back, and switches all columns of the person on.
  func unfix(_ person: Int) throws {
    guard let index = chosen[person] else { return }
    chosen[person] = nil
    try simplex.setBounds(ofColumn: firstRoster + index, .nonNegative)
    for (other, column) in columns.enumerated() where column.person == person { try setUsable(other, true) }
  }

  /// The objective after a few dual simplex iterations with the roster of column `index` settled, which is taken back again: an
  /// estimate of what settling it costs. The basis is to be put back by the caller.
  func trial(ofColumn index: Int, iterations most: Int) throws -> Double {
    try simplex.setBounds(ofColumn: firstRoster + index, .exactly(1))
    let value = try trial(iterations: most)
    try simplex.setBounds(ofColumn: firstRoster + index, .nonNegative)
    return value
  }

  /// The people without a fixed roster.
  var undecided: [Int] { chosen.indices.filter { chosen[$0] == nil } }

  /// The fixed rosters.
  var decided: [RosterColumn] { chosen.compactMap { $0.map { columns[$0] } } }

  /// Switches columns off or on (for branching).
  func setUsable(_ index: Int, _ usable: Bool) throws {
    if isUsable[index] == usable { return }
    isUsable[index] = usable
    try simplex.setBounds(ofColumn: firstRoster + index, usable ? .nonNegative : .exactly(0))
  }

  /// Whether the cover of a row can be branched on.
  func canBranch(onRow row: Int) -> Bool { problem.rows[row].isPlain }

  /// Leaves only `range` possible on a row. The columns that this makes impossible stay at a prohibitive price, so that the
  /// linear program keeps a solution.
  func setRange(ofRow row: Int, _ range: RowRange) throws {
    if ranges[row] == range { return }
    ranges[row] = range
    let wanted = problem.rows[row].least
    let index = slacks[row]
    if let missing = index.missing {
      try simplex.setBounds(
        ofColumn: missing, Self.bounds(max(0, wanted - range.high), max(0, wanted - range.low)))
    }
    try simplex.setBounds(
      ofColumn: index.surplus, Self.bounds(max(0, range.low - wanted), max(0, range.high - wanted)))
    guard let elastic = index.elastic else { return }
    let isWhole = range.low <= fixedCover[row] && range.high >= fixedCover[row] + problem.people.count
    try setElastic(elastic, isOn: !isWhole)
  }

  /// Switches the two columns from `first` on that let a branched row be broken on or off.
  func setElastic(_ first: Int, isOn: Bool) throws {
    for column in [first, first + 1] { try simplex.setBounds(ofColumn: column, isOn ? .nonNegative : .exactly(0)) }
  }

  static func bounds(_ low: Int, _ high: Int) -> LinearBounds {
    low == high ? .exactly(Double(low)) : .between(Double(low), Double(high))
  }
}
