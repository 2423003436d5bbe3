extension ModelWriter {
  /// `model` in the CPLEX LP format, to be minimised. A row with two different limits becomes two rows, the second with `_upper`
  /// behind its name, because not every reader knows rows with two sides.
  /// - Throws: `LinearModelFault` when the model is invalid or a name is unusable or used twice.
  package static func lp(_ model: LinearModel) throws(LinearModelFault) -> String {
    try model.validate()
    let file = LPFile(model: model, columnNames: try columnNames(model), rowNames: try rowNames(model))
    try file.checkUpperNames()
    return file.text()
  }
}

private struct LPFile {
  /// Readers of this format have buffers for a few hundred characters.
  private static let lineLength = 120
  /// Stands for the sum of no terms, which the format cannot say.
  private static let emptyColumn = "no_columns"

  let model: LinearModel
  let columnNames: [String]
  let rowNames: [String]

  func checkUpperNames() throws(LinearModelFault) {
    let names = Set(rowNames)
    for row in 0..<model.rowCount where isTwoSided(row) {
      let upper = upperName(row)
      if names.contains(upper) { throw LinearModelFault(kind: .duplicateName, subject: model.describe(row: row)) }
      if !ModelWriter.isUsable(upper) { throw LinearModelFault(kind: .unusableName, subject: model.describe(row: row)) }
    }
  }

  func text() -> String {
    var text = "Minimize\n"
    let costs = (0..<model.columnCount).filter { model.costs[$0] != 0 }.map { ($0, model.costs[$0]) }
    write(&text, ModelWriter.objectiveName, costs, "")
    text += "Subject To\n"
    for row in 0..<model.rowCount { writeRow(&text, row) }
    text += "Bounds\n"
    if model.columnCount == 0 { text += " \(Self.emptyColumn) = 0\n" }
    for column in 0..<model.columnCount { writeBounds(&text, column) }
    writeIntegers(&text)
    return text + "End\n"
  }

  private func isTwoSided(_ row: Int) -> Bool {
    let bounds = model.rowBounds[row]
    return bounds.lower.isFinite && bounds.upper.isFinite && bounds.lower < bounds.upper
  }

  private func upperName(_ row: Int) -> String { rowNames[row] + "_upper" }

  private func writeRow(_ text: inout String, _ row: Int) {
    let bounds = model.rowBounds[row]
    let terms = model.terms(ofRow: row).filter { model.coefficients[$0] != 0 }
      .map { (Int(model.termColumns[$0]), model.coefficients[$0]) }
    if bounds.lower == bounds.upper {
      write(&text, rowNames[row], terms, " = \(ModelWriter.text(bounds.lower))")
      return
    }
    if bounds.lower > -.infinity { write(&text, rowNames[row], terms, " >= \(ModelWriter.text(bounds.lower))") }
    if bounds.upper < .infinity {
      let name = isTwoSided(row) ? upperName(row) : rowNames[row]
      write(&text, name, terms, " <= \(ModelWriter.text(bounds.upper))")
    }
  }

  private func write(
    _ text: inout String, _ name: String, _ terms: [(column: Int, coefficient: Double)], _ tail: String
  ) {
    var line = " \(name):"
    if terms.isEmpty { line += " 0 \(columnNames.first ?? Self.emptyColumn)" }
    for term in terms {
      let sign = term.coefficient < 0 ? "-" : "+"
      let size = abs(term.coefficient) == 1 ? "" : ModelWriter.text(abs(term.coefficient)) + " "
      let word = " \(sign) \(size)\(columnNames[term.column])"
      if line.utf8.count + word.utf8.count > Self.lineLength {
        text += line + "\n"
        line = " "
      }
      line += word
    }
    text += line + tail + "\n"
  }

  private func writeBounds(_ text: inout String, _ column: Int) {
    let name = columnNames[column]
    let bounds = model.columnBounds[column]
    if bounds == .free {
      text += " \(name) free\n"
    } else if bounds.lower == bounds.upper {
      text += " \(name) = \(ModelWriter.text(bounds.lower))\n"
    } else if bounds.upper == .infinity {
      // Zero is written too: a column that is nowhere else would not exist for the reader.
      text += " \(name) >= \(ModelWriter.text(bounds.lower))\n"
    } else {
      let lower = bounds.lower == -.infinity ? "-inf" : ModelWriter.text(bounds.lower)
      text += " \(lower) <= \(name) <= \(ModelWriter.text(bounds.upper))\n"
    }
  }

  private func writeIntegers(_ text: inout String) {
    if !model.hasIntegerColumns { return }
    text += "General\n"
    for column in 0..<model.columnCount where model.integerFlags[column] { text += " \(columnNames[column])\n" }
  }
}
