/// The values of the texts that one table has read so far.
///
/// Every column is read as one type all the way down, so its id and the text say what the value is.
final class CellMemory {
  private struct Key: Hashable {
    let column: String
    let text: String
  }

  private struct Known {
    let value: Any
    let doubt: Doubt?
  }

  private var values: [Key: Known] = [:]

  /// The value of a text and what is doubtful about it, read when it is met for the first time. Faults are not kept: each is reported at its own
  /// place.
  func value<Value>(
    _ column: Column, _ text: String, _ type: CellType<Value>, _ mark: DecimalMark
  ) throws(CellFault) -> (value: Value, doubt: Doubt?) {
    let key = Key(column: column.id, text: text)
    if let known = values[key], let value = known.value as? Value { return (value, known.doubt) }
    let value = try type.read(text)
    let doubt = type.doubt?(text, mark)
    values[key] = Known(value: value, doubt: doubt)
    return (value, doubt)
  }
}
