import Foundation
import Testing

@testable import RotaPlanner

@Suite struct CanonicalJSONTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (828, "828"), (-3.5, "-3.5"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
    (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-9, "1.25e-9"), (123456789.125, "123456789.125"),
    (1e16, "10000000000000000"),
    (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e300, "1.5e+300"), (Double.leastNonzeroMagnitude, "5e-324"),
    (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0.000123, "0.000123"), (1234.5e-8, "0.000012345"),
    (Double.infinity, "null"), (Double.nan, "null"),
  ])
  func numbersHaveOneText(_ number: Double, _ text: String) {
    #expect(CanonicalJSON.compact(.number(number)) == text)
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test func manyNumbersReadBackAsTheyWere() {
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let text = CanonicalJSON.compact(.number(number))
      #expect(Double(text) == number, "\(text)")
    }
  }

  @Test func wholeNumbersStayExact() {
    #expect(CanonicalJSON.compact([.int(.max), .int(.min), 0]) == "[9223372036854775807,-9223372036854775808,0]")
  }

  @Test func keysAreSortedByUTF16AndTextsEscapedAsLittleAsPossible() {
    // U+1F600 is written with a surrogate (0xD83D) and so comes before U+FB33, though its number is greater.
    let value: JSONValue = [
      "\u{FB33}": 1, "\u{1F600}": 2, "ö": 3, "b": 4, "a": 5, "": 6,
      "text": "\"\\/\u{08}\u{0C}\n\r\t\u{01}\u{7F}暖😀\u{2028}e\u{301}",
    ]
    #expect(
      CanonicalJSON.compact(value)
        == #"{"":6,"a":5,"b":4,"text":"\"\\/\b\f\n\r\t\u0001"# + "\u{7F}暖😀\u{2028}e\u{301}\""
        + ",\"ö\":3,\"\u{1F600}\":2,\"\u{FB33}\":1}")
  }

  @Test func readableTextKeepsPlainRowsOnOneLine() {
    let value: JSONValue = [
      "status": "optimal",
      "duties": [["staff": "P01", "day": 1], ["staff": "P02", "day": 2]],
      "empty": [], "none": .object([]), "nothing": .null, "yes": true,
      "grid": [[1, 2], [3.5, []]],
    ]
    #expect(
      CanonicalJSON.readable(value) == """
        {
          "duties": [
            {"day": 1, "staff": "P01"},
            {"day": 2, "staff": "P02"}
          ],
          "empty": [],
          "grid": [
            [1, 2],
            [3.5, []]
          ],
          "none": {},
          "nothing": null,
          "status": "optimal",
          "yes": true
        }

        """)
  }

  @Test func foundationReadsWhatIsWritten() throws {
    let value: JSONValue = ["a": [1, 2.5, "x\u{01}\u{1F600}", .null, false], "b": ["c": -7]]
    for text in [CanonicalJSON.compact(value), CanonicalJSON.readable(value)] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
      let wanted: NSDictionary = ["a": [1, 2.5, "x\u{01}\u{1F600}", NSNull(), false] as NSArray, "b": ["c": -7]]
      #expect(read == wanted)
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
