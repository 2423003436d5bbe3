extension ModelWriter {
  /// `model` in free MPS, to be minimised.
  /// - Throws: `LinearModelFault` when the model is invalid or a name is unusable or used twice.
  package static func freeMPS(_ model: LinearModel) throws(LinearModelFault) -> String {
    try model.validate()
    let file = MPSFile(model: model, columnNames: try columnNames(model), rowNames: try rowNames(model))
    return file.text()
  }
}

private struct MPSFile {
  let model: LinearModel
  let columnNames: [String]
  let rowNames: [String]

  func text() -> String {
    var text = "NAME rota\n"
    writeRows(&text)
    writeColumns(&text)
    writeRightSides(&text)
    writeRanges(&text)
    writeBounds(&text)
    return text + "ENDATA\n"
  }

  private func writeRows(_ text: inout String) {
    text += "ROWS\n N \(ModelWriter.objectiveName)\n"
    for row in 0..<model.rowCount {
      guard let kind = RowKind(model.rowBounds[row]) else { continue }
      text += " \(kind.letter) \(rowNames[row])\n"
    }
  }

  private func writeColumns(_ text: inout String) {
    text += "COLUMNS\n"
    let columns = model.sparseColumns()
    var markers = 0
    var isInteger = false
    for column in 0..<model.columnCount {
      if model.integerFlags[column] != isInteger {
        isInteger.toggle()
        writeMarker(&text, &markers, isInteger)
      }
      writeColumn(&text, column, columns)
    }
    if isInteger { writeMarker(&text, &markers, false) }
  }

  private func writeMarker(_ text: inout String, _ markers: inout Int, _ begins: Bool) {
    markers += 1
    text += " MARKER\(markers) 'MARKER' '\(begins ? "INTORG" : "INTEND")'\n"
  }

  private func writeColumn(_ text: inout String, _ column: Int, _ columns: SparseColumns) {
    // The objective is always written: a column that is nowhere else would not exist for the reader.
    text += " \(columnNames[column]) \(ModelWriter.objectiveName) \(ModelWriter.text(model.costs[column]))\n"
    for position in columns.terms(ofColumn: column) {
      let row = Int(columns.rows[position])
      if columns.coefficients[position] == 0 || RowKind(model.rowBounds[row]) == nil { continue }
      text += " \(columnNames[column]) \(rowNames[row]) \(ModelWriter.text(columns.coefficients[position]))\n"
    }
  }

  private func writeRightSides(_ text: inout String) {
    text += "RHS\n"
    for row in 0..<model.rowCount {
      guard let kind = RowKind(model.rowBounds[row]), kind.rightSide != 0 else { continue }
      text += " RHS \(rowNames[row]) \(ModelWriter.text(kind.rightSide))\n"
    }
  }

  private func writeRanges(_ text: inout String) {
    let ranges = (0..<model.rowCount).compactMap { row in RowKind(model.rowBounds[row])?.range.map { (row, $0) } }
    if ranges.isEmpty { return }
    text += "RANGES\n"
    for (row, range) in ranges { text += " RANGE \(rowNames[row]) \(ModelWriter.text(range))\n" }
  }

  /// Integer columns get both bounds in any case, as readers differ about the upper bound they have without one.
  private func writeBounds(_ text: inout String) {
    text += "BOUNDS\n"
    for column in 0..<model.columnCount {
      let name = columnNames[column]
      let bounds = model.columnBounds[column]
      if bounds.lower == bounds.upper {
        text += " FX BOUND \(name) \(ModelWriter.text(bounds.lower))\n"
        continue
      }
      if bounds == .free {
        text += " FR BOUND \(name)\n"
        continue
      }
      let isInteger = model.integerFlags[column]
      if bounds.lower == -.infinity {
        text += " MI BOUND \(name)\n"
      } else if bounds.lower != 0 || isInteger {
        text += " LO BOUND \(name) \(ModelWriter.text(bounds.lower))\n"
      }
      if bounds.upper < .infinity {
        text += " UP BOUND \(name) \(ModelWriter.text(bounds.upper))\n"
      } else if isInteger {
        text += " PL BOUND \(name)\n"
      }
    }
  }
}

/// A row in the terms of MPS: its letter, its right side, and the width of the interval when both sides are limited.
private struct RowKind {
  let letter: String
  let rightSide: Double
  let range: Double?

  /// Nil for a row without limits.
  init?(_ bounds: LinearBounds) {
    let (lower, upper) = (bounds.lower, bounds.upper)
    if bounds == .free { return nil }
    if lower == upper {
      (letter, rightSide, range) = ("E", lower, nil)
    } else if upper == .infinity {
      (letter, rightSide, range) = ("G", lower, nil)
    } else if lower == -.infinity {
      (letter, rightSide, range) = ("L", upper, nil)
    } else if lower + (upper - lower) == upper {
      (letter, rightSide, range) = ("G", lower, upper - lower)
    } else {
      // The width is rounded; counted down from the upper side it may still be exact.
      (letter, rightSide, range) = ("L", upper, upper - lower)
    }
  }
}
