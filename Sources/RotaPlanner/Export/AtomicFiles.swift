import Foundation

/// Writes a set of files into a folder, whole or not at all: nobody ever sees a folder that is half old and half new.
///
/// The files are written into a temporary folder beside the target, forced to disk, and moved into place. An existing
/// folder is replaced only when asked to, and only when it holds nothing but what a folder of the same kind may hold.
public struct AtomicFiles: Sendable {
  /// How a folder is known to be of the kind that may be replaced.
  public struct Kind: Sendable {
    /// A file that each such folder holds.
    public let marker: String
    /// Text that the marker holds.
    public let markerText: String
    /// Names of the files such a folder may hold, the marker among them.
    public let names: Set<String>

    /// Makes a kind.
    public init(marker: String, markerText: String, names: Set<String>) {
      self.marker = marker
      self.markerText = markerText
      self.names = names
    }
  }

  /// Why nothing was written.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder is there and replacing was not asked for.
    case exists(folder: String)
    /// The folder holds something else than what is to be replaced; sorted names, the first few.
    case foreign(folder: String, names: [String])
    /// A file, and not a folder, has that name.
    case notAFolder(path: String)
    /// The target is the current folder, a root, or a mount point, which cannot be replaced as a whole.
    case notReplaceable(folder: String)
    /// The system refused: what was tried, on which path, and its reason.
    case system(operation: String, path: String, reason: String)
  }

  /// What may be replaced.
  public let kind: Kind

  /// Makes a writer for folders of one kind.
  public init(kind: Kind) { self.kind = kind }

  /// Makes a folder to hold others; nothing when it is there.
  ///
  /// - Throws: `Failure`.
  public static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o777) == 0 { return }
    guard errno == EEXIST else { throw system("mkdir", path) }
  }

  /// Writes `files` (names without folders, and contents) as the folder `path`; an empty folder counts as none.
  ///
  /// - Throws: `Failure`; then the target is as it was and nothing else is left behind.
  public func write(_ files: [(name: String, contents: String)], to path: String, replacing: Bool) throws(Failure) {
    for file in files {
      precondition(kind.names.contains(file.name) && !file.name.contains("/"), "\(file.name) is no name of this kind.")
    }
    let target = try Self.resolved(path)
    let exists = try checkTarget(target, shown: path, replacing: replacing)
    let temporary = try Self.makeTemporaryFolder(beside: target)
    do throws(Failure) {
      for file in files { try Self.writeFile(temporary + "/" + file.name, file.contents) }
      try Self.synchronise(temporary)
      try exists ? swap(temporary, target, shown: path) : Self.move(temporary, target, shown: path)
    } catch {
      Self.removeFolder(temporary)
      throw error
    }
  }

  /// Whether `write` could begin now, so that nobody searches for an hour and then cannot keep the plan.
  ///
  /// - Throws: why it could not.
  public func check(_ path: String, replacing: Bool) throws(Failure) {
    let target = try Self.resolved(path)
    _ = try checkTarget(target, shown: path, replacing: replacing)
    let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]) + "/"
    guard access(parent, W_OK | X_OK) == 0 else { throw Self.system("write", parent) }
  }

  /// Tells whether there is a folder to replace.
  private func checkTarget(_ target: String, shown path: String, replacing: Bool) throws(Failure) -> Bool {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return false }
      throw Self.system("stat", path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    let names = try Self.entries(target, shown: path)
    if names.isEmpty { return false }
    let foreign = foreign(names, in: target)
    guard foreign.isEmpty else { throw .foreign(folder: path, names: Array(foreign.prefix(5))) }
    guard markerFits(target + "/" + kind.marker) else { throw .foreign(folder: path, names: [kind.marker]) }
    guard replacing else { throw .exists(folder: path) }
    return true
  }

  private func foreign(_ names: [String], in folder: String) -> [String] {
    names.filter { name in
      var status = stat()
      let isFile = lstat(folder + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      return !isFile || !kind.names.contains(name)
    }
  }

  private func markerFits(_ path: String) -> Bool {
    guard let text = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else { return false }
    return text.range(of: Data(kind.markerText.utf8)) != nil
  }
}

extension AtomicFiles {
  /// The absolute path with links followed, so that a link to a folder stays a link.
  private static func resolved(_ path: String) throws(Failure) -> String {
    guard !path.isEmpty else { throw .notReplaceable(folder: path) }
    if let real = realPath(path) {
      guard real != "/", real != realPath(".") else { throw .notReplaceable(folder: path) }
      return real
    }
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
    guard let realParent = realPath(parent) else { throw system("open", parent) }
    return (realParent == "/" ? "" : realParent) + "/" + parts[parts.count - 1]
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func entries(_ folder: String, shown path: String) throws(Failure) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw system("open", path)
    }
    return names.sorted()
  }

  /// A new folder, hidden, on the same file system as the target.
  private static func makeTemporaryFolder(beside target: String) throws(Failure) -> String {
    let slash = target.lastIndex(of: "/") ?? target.startIndex
    let parent = target[..<slash]
    let name = target[slash...].dropFirst()
    for attempt in 0..<100 {
      let path = "\(parent)/.\(name).\(getpid())-\(attempt).partial"
      if mkdir(path, 0o777) == 0 { return path }
      guard errno == EEXIST else { throw system("mkdir", target) }
    }
    throw .system(operation: "mkdir", path: target, reason: String(cString: strerror(EEXIST)))
  }

  private static func writeFile(_ path: String, _ contents: String) throws(Failure) {
    guard let file = fopen(path, "wbx") else { throw system("create", path) }
    var contents = contents
    let written = contents.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    let flushed = fflush(file) == 0 && fsync(fileno(file)) == 0
    let failure = written && flushed ? nil : system("write", path)
    guard fclose(file) == 0, failure == nil else { throw failure ?? system("write", path) }
  }

  /// Forces a folder's list of entries to disk; file systems that cannot do so are let pass.
  private static func synchronise(_ folder: String) throws(Failure) {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { throw system("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw system("fsync", folder) }
  }

  private static func move(_ temporary: String, _ target: String, shown path: String) throws(Failure) {
    guard rename(temporary, target) == 0 else { throw renameFailure(path) }
    synchroniseParent(of: target)
  }

  /// Moves the old folder aside, the new one in, and then removes the old; moves the old one back when that fails.
  private func swap(_ temporary: String, _ target: String, shown path: String) throws(Failure) {
    let old = temporary + ".old"
    guard rename(target, old) == 0 else { throw Self.renameFailure(path) }
    guard rename(temporary, target) == 0 else {
      let failure = Self.renameFailure(path)
      rename(old, target)
      throw failure
    }
    Self.synchroniseParent(of: target)
    // By name, so that a file which somebody put there just now is never deleted.
    for name in kind.names { unlink(old + "/" + name) }
    rmdir(old)
  }

  private static func synchroniseParent(of target: String) {
    guard let slash = target.lastIndex(of: "/") else { return }
    // The move itself is done; that it might not survive a power cut is no reason to call it failed.
    try? synchronise(slash == target.startIndex ? "/" : String(target[..<slash]))
  }

  private static func renameFailure(_ path: String) -> Failure {
    errno == EBUSY || errno == EXDEV ? .notReplaceable(folder: path) : system("rename", path)
  }

  private static func removeFolder(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  private static func system(_ operation: String, _ path: String) -> Failure {
    .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }
}
