import Foundation

extension AtomicFiles {
  /// What stands where a file is to be written.
  private enum FileTarget {
    /// A plain file, or nothing: replaced as a whole. The mode that it has.
    case plain(String, mode: mode_t?)
    /// A device or a pipe: written to, never replaced.
    case stream(String)
  }

  /// Writes one file, whole or not at all. A link stays a link, a device or a pipe is written to.
  ///
  /// - Returns: what killed runs left beside it and could not be removed.
  /// - Throws: `Failure`; then what was there is as it was.
  @discardableResult
  public static func write(_ contents: String, toFile path: String) throws(Failure) -> [String] {
    let target: String
    let mode: mode_t?
    switch try fileTarget(path) {
    case .stream(let stream):
      try writeStream(contents, to: stream, shown: path)
      return []
    case .plain(let plain, let present): (target, mode) = (plain, present)
    }
    let left = Scratch.tidy(beside: target, names: [])
    let scratch = try Scratch.file(beside: target, shown: path)
    do throws(Failure) { try fill(scratch, contents, mode) } catch {
      scratch.discard()
      throw error
    }
    defer { scratch.release() }
    guard rename(scratch.path, target) == 0 else { throw keep(scratch, for: target, shown: path) }
    synchroniseParent(of: target)
    return left
  }

  /// Whether `write(_:toFile:)` could begin now.
  ///
  /// - Throws: why it could not.
  public static func checkFile(_ path: String) throws(Failure) {
    switch try fileTarget(path) {
    case .stream(let stream):
      guard SystemPath.withPath(stream, { access($0, W_OK) }) == 0 else { throw system("write", path) }
    case .plain(let target, let mode):
      if mode != nil, SystemPath.withPath(target, { access($0, W_OK) }) != 0 { throw system("write", path) }
      try Scratch.file(beside: target, shown: path).discard()
    }
  }

  private static func fileTarget(_ path: String) throws(Failure) -> FileTarget {
    var status = stat()
    guard SystemPath.withPath(path, { stat($0, &status) }) == 0 else {
      guard errno == ENOENT, path.utf8.last != UInt8(ascii: "/") else { throw system("open", path) }
      return .plain(try resolved(path), mode: nil)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .notAFile(path: path)
    case S_IFREG: return .plain(try resolved(path), mode: status.st_mode & 0o7777)
    // Not resolved: a pipe behind /dev/fd has no path of its own.
    default: return .stream(path)
    }
  }

  private static func fill(_ scratch: Scratch, _ contents: String, _ mode: mode_t?) throws(Failure) {
    let descriptor = SystemPath.withPath(scratch.path) { open($0, O_WRONLY | O_TRUNC | O_CLOEXEC) }
    guard descriptor >= 0 else { throw system("open", scratch.path) }
    let done =
      (mode.map { fchmod(descriptor, $0) } ?? 0) == 0 && writeAll(contents, to: descriptor) && fsync(descriptor) == 0
    let failure = done ? nil : system("write", scratch.path)
    guard close(descriptor) == 0, failure == nil else { throw failure ?? system("write", scratch.path) }
  }

  private static func writeStream(_ contents: String, to stream: String, shown path: String) throws(Failure) {
    let descriptor = SystemPath.withPath(stream) { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw system("open", path) }
    let failure = writeAll(contents, to: descriptor) ? nil : system("write", path)
    guard close(descriptor) == 0, failure == nil else { throw failure ?? system("write", path) }
  }
}
