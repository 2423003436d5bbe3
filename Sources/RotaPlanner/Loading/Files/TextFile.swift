/// A text file that stands alone, outside any scenario folder.
enum TextFile {
  /// The bytes of the file at `path`.
  /// - Throws: why it cannot be read.
  static func bytes(_ path: String) throws(ScenarioError) -> [UInt8] {
    // A link is followed first: the reader of folders refuses files that lie elsewhere.
    let (folder, name) = SystemPath.split(SystemPath.real(path) ?? path)
    do { return try FileReader(folder: folder.isEmpty ? "." : folder).bytes(name) } catch {
      throw ScenarioError([error.issue])
    }
  }

  /// The text in `bytes`, whatever encoding they came in.
  /// - Throws: where they are no text.
  static func text(_ bytes: [UInt8], file: String) throws(ScenarioError) -> String {
    do { return try TextDecoder.decode(bytes, file: file).string } catch { throw ScenarioError([error.issue]) }
  }
}
