/// A line and a column in a text, both counted from 1; a line ends with LF, CRLF or CR.
struct TextPosition: Hashable, Sendable {
  let line: Int
  let column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of the byte at `offset`; the column counts characters, so bytes that continue one do not count.
  ///
  /// Where more than one place may be asked for, make a `PositionIndex`. Complexity: O(offset).
  init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var lineStart = 0
    var index = 0
    while index < min(offset, bytes.count) {
      let byte = bytes[index]
      let isCarriageReturn = byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      index += 1
      if byte == 0x0A || isCarriageReturn {
        line += 1
        lineStart = index
      }
    }
    self.line = line
    column = 1 + bytes[min(lineStart, index)..<index].count { $0 & 0xC0 != 0x80 }
  }

  func location(in file: String, heading: String? = nil) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column, heading: heading)
  }
}
