import CSystem
import Foundation

extension AtomicFiles {
  /// The absolute path with links followed, so that a link to a folder stays a link.
  static func resolved(_ path: String) throws(Failure) -> String {
    guard !path.isEmpty else { throw .notReplaceable(folder: path) }
    if let real = SystemPath.real(path) {
      guard real != "/", real != SystemPath.real(".") else { throw .notReplaceable(folder: path) }
      return real
    }
    guard errno == ENOENT else { throw system("open", path) }
    var trimmed = path.utf8[...]
    while trimmed.count > 1, trimmed.last == UInt8(ascii: "/") { trimmed.removeLast() }
    let (folder, name) = SystemPath.split(String(Substring(trimmed)))
    var status = stat()
    if SystemPath.withPath(folder + name, { lstat($0, &status) }) == 0 { throw .brokenLink(path: path) }
    guard let parent = SystemPath.real(folder.isEmpty ? "." : folder) else { throw system("open", folder) }
    return (parent == "/" ? "" : parent) + "/" + name
  }

  /// The folder that holds a resolved path.
  static func parent(of target: String) -> String {
    let folder = SystemPath.split(target).folder
    return folder.utf8.count > 1 ? String(folder.dropLast()) : "/"
  }

  static func writeFile(_ path: String, _ contents: String, mode: mode_t = 0o666) throws(Failure) {
    let descriptor = SystemPath.withPath(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
    guard descriptor >= 0 else { throw system("create", path) }
    let written = writeAll(contents, to: descriptor) && fsync(descriptor) == 0
    let failure = written ? nil : system("write", path)
    guard close(descriptor) == 0, failure == nil else { throw failure ?? system("write", path) }
  }

  /// Whether all of the text went to the descriptor; else `errno` says why not.
  static func writeAll(_ contents: String, to descriptor: Int32) -> Bool {
    var contents = contents
    return contents.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
      }
      return true
    }
  }

  /// Forces a folder's list of entries to disk; file systems that cannot do so are let pass.
  static func synchronise(_ folder: String) throws(Failure) {
    let descriptor = SystemPath.withPath(folder) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw system("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw system("fsync", folder) }
  }

  /// Forces to disk what was moved; false when that failed. The move itself is done: that it might not survive a power cut is no
  /// reason to call it failed, but one to keep what it replaced.
  @discardableResult
  static func synchroniseParent(of target: String) -> Bool {
    (try? synchronise(parent(of: target))) != nil
  }

  static func rename(_ old: String, _ new: String) -> Int32 {
    SystemPath.withPath(old) { old in SystemPath.withPath(new) { Foundation.rename(old, $0) } }
  }

  /// Lets two paths change places in one step; 0, or -1 and `errno`.
  static func exchange(_ first: String, _ second: String) -> Int32 {
    SystemPath.withPath(first) { first in SystemPath.withPath(second) { system_exchange(first, $0) } }
  }

  /// Whether `errno` says that the file system, or a kernel before 3.15, knows no exchange.
  static var cannotExchange: Bool { errno == EINVAL || errno == ENOSYS || errno == ENOTSUP }

  static func system(_ operation: String, _ path: String) -> Failure {
    .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }
}
