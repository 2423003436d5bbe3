/// The values of the texts that one table has read so far.
///
/// Every column is read as one type all the way down, so its id and the text say what the value is.
final class CellMemory {
  private struct Key: Hashable {
    let column: String
    let text: String
  }

  private var values: [Key: Any] = [:]

  /// The value of a text, read when it is met for the first time. Faults are not kept: each is reported at its own place.
  func value<Value>(_ column: Column, _ text: String, _ type: CellType<Value>) throws(CellFault) -> Value {
    let key = Key(column: column.id, text: text)
    if let known = values[key] as? Value { return known }
    let value = try type.read(text)
    values[key] = value
    return value
  }
}
