@testable import RotaEngine
@testable import RotaPlanner

enum RandomModels {
  /// Up to 5 integer columns with bounds inside -2...3, up to 5 rows of every sense, a constant; some are infeasible.
  static func smallInteger(seed: Int) -> LinearModel {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel()
    for number in 0..<random.int(1...5) {
      let lower = random.int(-2...1)
      let upper = lower + random.int(0...3)
      model.addColumn(
        name: "x\(number)", .between(Double(lower), Double(upper)),
        cost: Double(random.int(-9...9)),
        isInteger: true)
    }
    for number in 0..<random.int(0...5) {
      let terms = (0..<model.columnCount).map {
        (column: $0, coefficient: Double(random.int(-4...4)))
      }
      model.addRow(name: "row\(number)", bounds(using: &random), terms)
    }
    model.addConstant(Double(random.int(-50...50)))
    return model
  }

  /// Up to 8 continuous columns with every kind of bounds and fractional data, bounded below by positive costs.
  static func continuous(seed: Int) -> LinearModel {
    var random = SeededGenerator(seed: 1000 + seed)
    var model = LinearModel()
    for _ in 0..<random.int(2...8) {
      let lower = Double(random.int(-40...40)) / 7
      let bounds: LinearBounds =
        random.chance(50) ? .atLeast(lower) : .between(lower, lower + Double(random.int(0...30)) / 3)
      model.addColumn(bounds, cost: Double(random.int(0...90)) / 11)
    }
    let free = model.addColumn(.free, cost: 1)
    let low = model.addColumn(.atMost(-0.3), cost: -1)
    model.addRow(.atLeast(-7.7), [(free, 1)])
    model.addRow(.atLeast(0.1), [(low, 1), (free, 1)])
    for _ in 0..<random.int(1...6) {
      let terms = (0..<model.columnCount).map { (column: $0, coefficient: Double(random.int(-12...30)) / 9) }
      model.addRow(bounds(using: &random), terms)
    }
    model.addConstant(Double(random.int(-50...50)) / 3)
    return model
  }

  private static func bounds(using random: inout SeededGenerator) -> LinearBounds {
    let value = Double(random.int(-6...8))
    switch random.int(0...3) {
    case 0: return .atLeast(value)
    case 1: return .atMost(value)
    case 2: return .between(value, value + Double(random.int(0...4)))
    default: return .exactly(value)
    }
  }

  /// A set covering problem that needs a long search, with no easy proof of optimality; all ones is feasible.
  static func hardCovering(rows: Int, columns: Int, seed: Int) -> LinearModel {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel()
    for _ in 0..<columns {
      model.addColumn(.unit, cost: Double(random.int(50...60)), isInteger: true)
    }
    for _ in 0..<rows {
      let members = random.distinct(max(2, columns / 10), below: columns)
      model.addRow(.atLeast(2), members.map { (column: $0, coefficient: 1) })
    }
    return model
  }
}

/// The least objective over all integer points of a model whose columns are all integer and bounded, by trying every one.
func bruteForceOptimum(_ model: LinearModel) -> Double? {
  var best: Double?
  var values = model.columnBounds.map(\.lower)
  while true {
    if model.isFeasible(values) { best = min(best ?? .infinity, model.objective(of: values)) }
    guard let next = values.indices.first(where: { values[$0] < model.columnBounds[$0].upper }) else { return best }
    for column in 0..<next { values[column] = model.columnBounds[column].lower }
    values[next] += 1
  }
}
