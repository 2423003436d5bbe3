import Foundation

/// Paths of files as the system knows them: bytes, which need not be UTF-8.
///
/// Everything between the command line and `open` carries a path as a `String`. A byte that belongs to no character stands in it
/// as a private character of its own (U+10FE80 to U+10FEFF), which `bytes` turns back, so that a folder named on an old office
/// computer is opened, and written to, under the name it has. `VisibleText` shows such a byte as `\xE9`.
public enum SystemPath {
  /// The private characters that stand for the bytes 0x80 to 0xFF.
  static let escapes: ClosedRange<UInt32> = 0x10_FE80...0x10_FEFF
  private static let base: UInt32 = 0x10_FE00

  /// The text that stands for a path's bytes. `bytes` gives them back, whatever they are.
  public static func text(_ bytes: [UInt8]) -> String {
    guard TextDecoder.firstInvalidUTF8(bytes) != nil || bytes.contains(0xF4) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    var offset = 0
    while offset < bytes.count {
      if let length = UTF8Sequence.length(in: bytes, at: offset),
        let scalar = String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars.first,
        !escapes.contains(scalar.value)
      {
        text.append(scalar)
        offset += length
      } else {
        // A private character typed as such is taken apart too, so that no two paths share a text.
        text.append(Unicode.Scalar(base + UInt32(bytes[offset])) ?? "\u{FFFD}")
        offset += 1
      }
    }
    return String(text)
  }

  /// The bytes that a path's text stands for.
  public static func bytes(_ path: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for scalar in path.unicodeScalars {
      if escapes.contains(scalar.value) {
        bytes.append(UInt8(scalar.value - base))
      } else {
        bytes += String(scalar).utf8
      }
    }
    return bytes
  }

  /// The text for the file's name in data, where there is no place for stray bytes: they are written `\xE9`.
  public static func name(_ path: String) -> String {
    let name = split(path).name
    guard name.unicodeScalars.contains(where: { escapes.contains($0.value) }) else { return name }
    return VisibleText.line(name)
  }

  /// The folder a path leads through, with the slash at its end (empty: none is named), and the name after it.
  public static func split(_ path: String) -> (folder: String, name: String) {
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
    return (String(path[..<start]), String(path[start...]))
  }

  /// The path with every link in it followed; nil, with `errno` set, when it leads nowhere.
  static func real(_ path: String) -> String? {
    guard let resolved = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return text(Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved))).map { UInt8(bitPattern: $0) })
  }

  /// What kind of thing is there, links followed; nil, with `errno` set, when nothing is.
  public static func kind(_ path: String) -> mode_t? {
    var status = stat()
    guard withPath(path, { stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// Whether there is a folder.
  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// The names in a folder, sorted by their bytes, without `.` and `..`; nil, with `errno` set, when it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let stream = withPath(folder, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(
            UnsafeBufferPointer(
              start: bytes, count: strnlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), 256)))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map(text)
  }

  /// Calls `body` with the path as the system takes it.
  static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var bytes = Self.bytes(path).map { CChar(bitPattern: $0) }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("A path has its end at least.") }
      return body(start)
    }
  }
}

/// The program's arguments as the system handed them over.
public enum SystemArguments {
  /// Without the program's own name; bytes that are no UTF-8 stand in them as `SystemPath` says.
  public static var all: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let argument = CommandLine.unsafeArgv[index] else { return nil }
      return SystemPath.text(
        UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) })
    }
  }
}
