extension LinearModel {
  /// How far a value may lie outside a bound, relative to the bound's size, before it counts as outside.
  static let defaultTolerance = 1e-6

  /// The objective of `values`, one for each column, summed in column order.
  func objective(of values: [Double]) -> Double {
    precondition(values.count == columnCount, "A point needs one value for each column.")
    var total = 0.0
    for column in 0..<columnCount { total += costs[column] * values[column] }
    return total
  }

  /// Whether `values`, one for each column, keep every bound, every row and every integer requirement within `tolerance`.
  func isFeasible(_ values: [Double], tolerance: Double = LinearModel.defaultTolerance) -> Bool {
    precondition(values.count == columnCount, "A point needs one value for each column.")
    return columnsHold(values, tolerance) && rowsHold(values, tolerance)
  }

  /// `values` with every integer column rounded to the nearest integer.
  func rounded(_ values: [Double]) -> [Double] {
    var values = values
    for column in 0..<columnCount where integerFlags[column] { values[column].round() }
    return values
  }

  /// Whether a row without any term asks for something.
  package var hasHopelessRow: Bool {
    (0..<rowCount).contains { terms(ofRow: $0).isEmpty && rowBounds[$0].distance(to: 0) > 0 }
  }

  private func columnsHold(_ values: [Double], _ tolerance: Double) -> Bool {
    (0..<columnCount).allSatisfy { column in
      let value = values[column]
      if !value.isFinite { return false }
      if integerFlags[column], abs(value - value.rounded()) > tolerance { return false }
      return columnBounds[column].distance(to: value) <= tolerance * max(1, abs(value))
    }
  }

  private func rowsHold(_ values: [Double], _ tolerance: Double) -> Bool {
    (0..<rowCount).allSatisfy { row in
      var sum = 0.0
      var size = 1.0
      for position in terms(ofRow: row) {
        let product = coefficients[position] * values[Int(termColumns[position])]
        sum += product
        size = max(size, abs(product))
      }
      return rowBounds[row].distance(to: sum) <= tolerance * size
    }
  }
}
