/// What the files of one folder, taken together, tell about the encoding of those that alone could be meant in two.
///
/// The same spreadsheet program wrote them as a rule, and a small file may be valid in several encodings by chance.
struct FolderEncodings: Sendable {
  /// The encoding of all files that are sure of theirs, if there is one; else what the unsure ones are together.
  let common: TextEncoding?

  /// Judges the bytes of files.
  init(_ files: [[UInt8]]) {
    var sure: Set<TextEncoding> = []
    var unsure: [UInt8] = []
    for bytes in files where !TextDecoder.hasMark(bytes) && bytes.contains(where: { $0 >= 0x80 }) {
      let judgement = EncodingJudgement(bytes)
      if judgement.isSure, let best = judgement.best {
        sure.insert(best)
      } else if judgement.best != nil {
        unsure += bytes + [0x0A]
      }
    }
    if !sure.isEmpty {
      common = sure.count == 1 ? sure.first : nil
    } else {
      let together = unsure.isEmpty ? nil : EncodingJudgement(unsure)
      common = together.flatMap { $0.isSure ? $0.best : nil }
    }
  }

  /// Judges the texts of a folder; what cannot be read tells nothing.
  init(_ reader: FileReader) {
    let endings = [".csv", ".yaml", ".yml", ".txt"]
    let names = reader.names().filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
    self.init(names.compactMap { try? reader.bytes($0) })
  }
}
