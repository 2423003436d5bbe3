/// A 64-bit checksum of bytes, to tell whether two scenarios are the same; no protection against forgery.
/// Source: FNV-1a (Fowler, Noll, Vo).
struct Checksum {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    var hash = value
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // The end counts too, so that bytes moved from one file to the next are noticed.
    value = (hash ^ 0x1_00) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
