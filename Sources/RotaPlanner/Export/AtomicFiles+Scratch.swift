import Foundation

extension AtomicFiles {
  /// A hidden folder or file beside a target, in which something new grows: `.NAME.PID-N.partial`.
  ///
  /// Its process holds a lock on it, so that what a killed process left is known from what another one is writing just now.
  struct Scratch {
    let path: String
    private let descriptor: Int32

    private static let ending = ".partial"
    /// A file that keeps a folder from being tidied away.
    private static let keeper = "KEEP"

    /// A new hidden folder on the same file system as the target.
    static func folder(beside target: String, shown path: String? = nil) throws(Failure) -> Scratch {
      try make(beside: target, shown: path) { mkdir($0, 0o777) == 0 }
    }

    /// A new hidden file there.
    static func file(beside target: String, shown path: String? = nil) throws(Failure) -> Scratch {
      try make(beside: target, shown: path) { name in
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 { close(descriptor) }
        return descriptor >= 0
      }
    }

    private static func make(
      beside target: String, shown path: String?, _ create: (UnsafePointer<CChar>) -> Bool
    ) throws(Failure) -> Scratch {
      for attempt in 0..<100 {
        let name = beginning(of: target) + "\(getpid())-\(attempt)" + ending
        if SystemPath.withPath(name, create) {
          let descriptor = SystemPath.withPath(name) { open($0, O_RDONLY | O_CLOEXEC) }
          // A file system without locks has left-overs that nobody tidies, and no other harm.
          if descriptor >= 0 { flock(descriptor, LOCK_EX | LOCK_NB) }
          return Scratch(path: name, descriptor: descriptor)
        }
        guard errno == EEXIST else { throw AtomicFiles.system("create", path ?? target) }
      }
      throw .system(operation: "create", path: path ?? target, reason: String(cString: strerror(EEXIST)))
    }

    /// Gives up the lock.
    func release() { if descriptor >= 0 { close(descriptor) } }

    /// Removes an empty folder, or a file, and gives up the lock.
    func discard() {
      _ = SystemPath.withPath(path) { rmdir($0) == 0 || unlink($0) == 0 }
      release()
    }

    /// Removes the folder and the files of these names in it; false when something is left. By name, so that a file which
    /// somebody put there just now is never deleted.
    @discardableResult
    func remove(_ names: Set<String>) -> Bool { Self.remove(path, names) }

    /// Marks the folder as something that somebody will want.
    func protect() { try? AtomicFiles.writeFile(path + "/" + Self.keeper, "") }

    private static func remove(_ path: String, _ names: Set<String>) -> Bool {
      for name in names.sorted() { _ = SystemPath.withPath(path + "/" + name) { unlink($0) } }
      return SystemPath.withPath(path) { rmdir($0) } == 0
    }

    /// What every hidden path for a target begins with. A long name is cut, as the system allows 255 bytes.
    private static func beginning(of target: String) -> String {
      let name = SystemPath.bytes(SystemPath.split(target).name)
      return SystemPath.split(target).folder + "." + SystemPath.text(Array(name.prefix(200))) + "."
    }
  }
}

extension AtomicFiles.Scratch {
  /// Removes what killed processes left beside a target: folders when the files in a folder have `names`, else files. Only what
  /// has our name and owner, whose process is gone, and that holds nothing of somebody else's.
  ///
  /// - Returns: the paths that were ours to remove and could not be.
  static func tidy(beside target: String, names: Set<String>) -> [String] {
    let start = beginning(of: target)
    let (folder, prefix) = SystemPath.split(start)
    return (SystemPath.names(in: folder) ?? []).compactMap { name in
      guard isOfDeadProcess(name, prefix: prefix) else { return nil }
      return isTidied(folder + name, names) ? nil : folder + name
    }
  }

  private static func isOfDeadProcess(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(ending) else { return false }
    let parts = name.dropFirst(prefix.count).dropLast(ending.count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = Int32(parts[0]), process > 0, Int(parts[1]) != nil else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Whether the left-over is gone, or is none of ours to remove.
  private static func isTidied(_ path: String, _ names: Set<String>) -> Bool {
    let descriptor = SystemPath.withPath(path) { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      return true
    }
    if status.st_mode & S_IFMT == S_IFREG {
      return !names.isEmpty || SystemPath.withPath(path) { unlink($0) } == 0
    }
    guard status.st_mode & S_IFMT == S_IFDIR, !names.isEmpty else { return true }
    guard let inside = SystemPath.names(in: path), inside.allSatisfy(names.contains) else { return false }
    return remove(path, names)
  }
}
