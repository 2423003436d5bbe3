import Synchronization

/// Lines and columns of places in a text, found without counting from its beginning, or from its line's, each time.
///
/// A row may hold 80,000 cells and a `plan.json` stand on one line; were each fault counted from there, the time would grow with the
/// square of the text. The marks, one for every 1,024 bytes, are made when the first place is asked for: most texts have no fault.
final class PositionIndex: Sendable {
  /// Where a stretch of bytes begins.
  private struct Mark {
    var line = 1
    /// Characters of the line before it.
    var characters = 0
  }

  private static let stretch = 1024

  private let bytes: [UInt8]
  private let marks = Mutex<[Mark]>([])

  /// An index of the places of a text in UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The position of the byte at `offset`, as `TextPosition` counts it.
  func position(of offset: Int) -> TextPosition {
    let offset = min(offset, bytes.count)
    var mark = marks.withLock { marks in
      if marks.isEmpty { marks = allMarks() }
      return marks[offset / Self.stretch]
    }
    advance(&mark, over: offset / Self.stretch * Self.stretch..<offset)
    return TextPosition(line: mark.line, column: mark.characters + 1)
  }

  private func allMarks() -> [Mark] {
    var (mark, marks) = (Mark(), [Mark()])
    for start in stride(from: 0, to: bytes.count, by: Self.stretch) where start + Self.stretch <= bytes.count {
      advance(&mark, over: start..<start + Self.stretch)
      marks.append(mark)
    }
    return marks
  }

  private func advance(_ mark: inout Mark, over range: Range<Int>) {
    bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte == lineFeed || (byte == carriageReturn && !(index + 1 < bytes.count && bytes[index + 1] == lineFeed)) {
          mark = Mark(line: mark.line + 1, characters: 0)
        } else if byte & 0xC0 != 0x80 {
          mark.characters += 1
        }
      }
    }
  }
}
