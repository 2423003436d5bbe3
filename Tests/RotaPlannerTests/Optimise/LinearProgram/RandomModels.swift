@testable import RotaPlanner

enum RandomModels {
  /// Up to 5 integer columns with bounds inside -2...3, up to 5 rows of every sense, a constant; some are infeasible.
  static func smallInteger(seed: UInt64) -> LinearModel {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel()
    for number in 0..<Int.random(in: 1...5, using: &random) {
      let lower = Int.random(in: -2...1, using: &random)
      let upper = lower + Int.random(in: 0...3, using: &random)
      model.addColumn(
        name: "x\(number)", .between(Double(lower), Double(upper)),
        cost: Double(Int.random(in: -9...9, using: &random)),
        isInteger: true)
    }
    for number in 0..<Int.random(in: 0...5, using: &random) {
      let terms = (0..<model.columnCount).map {
        (column: $0, coefficient: Double(Int.random(in: -4...4, using: &random)))
      }
      model.addRow(name: "row\(number)", bounds(using: &random), terms)
    }
    model.addConstant(Double(Int.random(in: -50...50, using: &random)))
    return model
  }

  private static func bounds(using random: inout SeededGenerator) -> LinearBounds {
    let value = Double(Int.random(in: -6...8, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .atLeast(value)
    case 1: return .atMost(value)
    case 2: return .between(value, value + Double(Int.random(in: 0...4, using: &random)))
    default: return .exactly(value)
    }
  }

  /// A set covering problem that needs a long search, with no easy proof of optimality.
  static func hardCovering(rows: Int, columns: Int, seed: UInt64) -> LinearModel {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel()
    for _ in 0..<columns {
      model.addColumn(.unit, cost: Double(Int.random(in: 50...60, using: &random)), isInteger: true)
    }
    for _ in 0..<rows {
      let members = (0..<columns).filter { _ in Int.random(in: 0..<10, using: &random) == 0 }
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
