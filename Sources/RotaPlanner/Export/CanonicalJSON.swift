/// Writes JSON so that equal values give equal bytes: sorted keys, one text per number, the fewest escapes.
///
/// Order of keys, numbers and escapes follow RFC 8785 (JSON Canonicalization Scheme), except that an `Int` is written
/// exactly whatever its size. `compact` adds no white space, as the RFC wants; `readable` adds line ends for people and
/// version control.
public enum CanonicalJSON {
  /// On one line, without a line end. An infinite or undefined number becomes `null`.
  public static func compact(_ value: JSONValue) -> String {
    var writer = Writer(isReadable: false)
    writer.write(value, depth: 0)
    return writer.text
  }

  /// Indented by two spaces and ended by a line feed; arrays and objects that hold only plain values stay on one line.
  public static func readable(_ value: JSONValue) -> String {
    var writer = Writer(isReadable: true)
    writer.write(value, depth: 0)
    return writer.text + "\n"
  }

  private struct Writer {
    let isReadable: Bool
    var text = ""

    mutating func write(_ value: JSONValue, depth: Int) {
      switch value {
      case .null: text += "null"
      case .bool(let bool): text += bool ? "true" : "false"
      case .int(let int): text += String(int)
      case .number(let number): text += CanonicalJSON.text(of: number)
      case .string(let string): text += CanonicalJSON.quoted(string)
      case .array(let values): write(values, "[", "]", depth) { $0.write($1, depth: depth + 1) }
      case .object(let members):
        let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        precondition(
          zip(sorted, sorted.dropFirst()).allSatisfy { $0.key != $1.key }, "A key stands twice in an object.")
        write(sorted, "{", "}", depth) { writer, member in
          writer.text += CanonicalJSON.quoted(member.key) + (writer.isReadable ? ": " : ":")
          writer.write(member.value, depth: depth + 1)
        }
      }
    }

    private mutating func write<Element: JSONElement>(
      _ elements: [Element], _ open: String, _ close: String, _ depth: Int, _ element: (inout Writer, Element) -> Void
    ) {
      let isTall = isReadable && elements.contains { !$0.isPlain }
      text += open
      for (index, value) in elements.enumerated() {
        if index > 0 { text += isTall ? "," : isReadable ? ", " : "," }
        if isTall { breakLine(depth + 1) }
        element(&self, value)
      }
      if isTall { breakLine(depth) }
      text += close
    }

    private mutating func breakLine(_ depth: Int) { text += "\n" + String(repeating: "  ", count: depth) }
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{08}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{0C}": result += "\\f"
      case "\r": result += "\\r"
      case "\u{00}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The shortest text that reads back as the same number, laid out as ECMAScript does: plain digits from 1e-6 up to 1e21.
  static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == 0 { return "0" }
    let (digits, exponent) = shortestDigits(number.magnitude)
    return (number < 0 ? "-" : "") + layOut(digits, exponent)
  }

  /// `number` as 0.DIGITS x 10^exponent, without zeros at either end of the digits. Swift prints the shortest digits.
  private static func shortestDigits(_ number: Double) -> (digits: String, exponent: Int) {
    let halves = number.description.split(separator: "e")
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    let all = parts[0] + fraction
    let leadingZeros = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leadingZeros))
    while digits.hasSuffix("0") { digits.removeLast() }
    let power = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    return (digits, power + parts[0].count - leadingZeros)
  }

  private static func layOut(_ digits: String, _ exponent: Int) -> String {
    let zeros = { (count: Int) in String(repeating: "0", count: count) }
    switch exponent {
    case digits.count...max(21, digits.count): return digits + zeros(exponent - digits.count)
    case 1...21: return digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    case -5...0: return "0." + zeros(-exponent) + digits
    default:
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return digits.prefix(1) + fraction + "e" + (exponent > 0 ? "+" : "") + String(exponent - 1)
    }
  }
}

private protocol JSONElement {
  /// Whether it is neither an array nor an object with something in it.
  var isPlain: Bool { get }
}

extension JSONValue: JSONElement {
  fileprivate var isPlain: Bool {
    switch self {
    case .array(let values): return values.isEmpty
    case .object(let members): return members.isEmpty
    default: return true
    }
  }
}

extension JSONValue.Member: JSONElement {
  fileprivate var isPlain: Bool { value.isPlain }
}
