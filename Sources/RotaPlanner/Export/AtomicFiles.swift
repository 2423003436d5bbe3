import Foundation

/// Writes a set of files into a folder, whole or not at all: nobody ever sees a folder that is half old and half new, and at no
/// moment is there neither.
///
/// The files are written into a hidden folder beside the target and forced to disk. A new folder is moved into place; an old one
/// changes places with it in one step of the system and is then removed. Whatever ends the program on the way, the target is the
/// whole old folder or the whole new one. An existing folder is replaced only when asked to, and only when it holds nothing but
/// what a folder of the same kind may hold.
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

  /// Why nothing was put into place.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder is there and replacing was not asked for.
    case exists(folder: String)
    /// The folder holds something else than what is to be replaced; sorted names, the first few.
    case foreign(folder: String, names: [String])
    /// A file, and not a folder, has that name.
    case notAFolder(path: String)
    /// A folder has the name under which a file is to be written.
    case notAFile(path: String)
    /// The path is a link to something that is not there.
    case brokenLink(path: String)
    /// The target is the current folder, a root, or a mount point, which cannot be replaced as a whole.
    case notReplaceable(folder: String)
    /// The file system of the target cannot let two folders change places in one step.
    case noExchange(folder: String)
    /// The system refused: what was tried, on which path, and its reason.
    case system(operation: String, path: String, reason: String)
    /// What was written is whole, but the system refused to put it into place: it is at `kept`, and what was at `path` is untouched.
    /// An empty reason: the file system knows no exchange.
    case kept(path: String, kept: String, reason: String)
  }

  /// What may be replaced.
  public let kind: Kind

  /// Makes a writer for folders of one kind.
  public init(kind: Kind) { self.kind = kind }

  /// Makes a folder to hold others; nothing when it is there.
  ///
  /// - Throws: `Failure`.
  public static func makeFolder(_ path: String) throws(Failure) {
    if SystemPath.withPath(path, { mkdir($0, 0o777) }) == 0 { return }
    guard errno == EEXIST else { throw system("mkdir", path) }
  }

  /// Writes `files` (names without folders, and contents) as the folder `path`; an empty folder counts as none.
  ///
  /// - Returns: hidden copies that could not be removed afterwards: of the folder that was replaced, or left by a run that was
  ///   killed. Usually none.
  /// - Throws: `Failure`; then the target is as it was, and nothing else is left behind but what the failure names.
  @discardableResult
  public func write(
    _ files: [(name: String, contents: String)], to path: String, replacing: Bool
  ) throws(Failure) -> [String] {
    for file in files {
      precondition(kind.names.contains(file.name) && !file.name.contains("/"), "\(file.name) is no name of this kind.")
    }
    let target = try Self.resolved(path)
    let exists = try checkTarget(target, shown: path, replacing: replacing)
    let left = Scratch.tidy(beside: target, names: kind.names)
    let scratch = try Scratch.folder(beside: target)
    defer { scratch.release() }
    do throws(Failure) {
      for file in files { try Self.writeFile(scratch.path + "/" + file.name, file.contents) }
      try Self.synchronise(scratch.path)
    } catch {
      scratch.remove(kind.names)
      throw error
    }
    guard exists else {
      try move(scratch, to: target, shown: path)
      return left
    }
    return left + (try exchange(scratch, with: target, shown: path))
  }

  /// Whether `write` could begin now, so that nobody searches for an hour and then cannot keep the plan. What the system
  /// allows is found out by doing it: a hidden folder is made beside the target, with a folder for each of `names` in it, and
  /// removed; where a folder is to be replaced, two of them change places.
  ///
  /// - Throws: why it could not.
  public func check(_ path: String, replacing: Bool, holding names: [String] = []) throws(Failure) {
    let target = try Self.resolved(path)
    let exists = try checkTarget(target, shown: path, replacing: replacing)
    let trial = try Scratch.folder(beside: target, shown: path)
    defer { trial.discard() }
    for name in names {
      let inside = trial.path + "/" + name
      guard SystemPath.withPath(inside, { mkdir($0, 0o777) }) == 0 else {
        throw Self.system("mkdir", path + "/" + name)
      }
      _ = SystemPath.withPath(inside) { rmdir($0) }
    }
    guard exists else { return }
    try Self.checkReplaceable(target, shown: path)
    let other = try Scratch.folder(beside: target, shown: path)
    defer { other.discard() }
    guard Self.exchange(trial.path, other.path) != 0 else { return }
    throw Self.cannotExchange ? .noExchange(folder: path) : Self.system("rename", path)
  }

  /// Tells whether there is a folder to replace.
  private func checkTarget(_ target: String, shown path: String, replacing: Bool) throws(Failure) -> Bool {
    guard let found = SystemPath.kind(target) else {
      if errno == ENOENT { return false }
      throw Self.system("stat", path)
    }
    guard found == S_IFDIR else { throw .notAFolder(path: path) }
    guard let names = SystemPath.names(in: target) else { throw Self.system("open", path) }
    if names.isEmpty { return false }
    let foreign = foreign(names, in: target)
    guard foreign.isEmpty else { throw .foreign(folder: path, names: Array(foreign.prefix(5))) }
    guard markerFits(target) else { throw .foreign(folder: path, names: [kind.marker]) }
    guard replacing else { throw .exists(folder: path) }
    return true
  }

  private func foreign(_ names: [String], in folder: String) -> [String] {
    names.filter { name in
      var status = stat()
      let isFile =
        SystemPath.withPath(folder + "/" + name) { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
      return !isFile || !kind.names.contains(name)
    }
  }

  private func markerFits(_ folder: String) -> Bool {
    guard let text = try? FileReader(folder: folder, sizeLimit: Int.max).bytes(kind.marker) else { return false }
    return Data(text).range(of: Data(kind.markerText.utf8)) != nil
  }
}

extension AtomicFiles {
  private func move(_ scratch: Scratch, to target: String, shown path: String) throws(Failure) {
    guard Self.rename(scratch.path, target) == 0 else { throw Self.keep(scratch, for: target, shown: path) }
    Self.synchroniseParent(of: target)
  }

  /// Lets the new folder and the old one change places, then removes the old one; its path when that cannot be done.
  private func exchange(_ scratch: Scratch, with target: String, shown path: String) throws(Failure) -> [String] {
    guard Self.exchange(scratch.path, target) == 0 else { throw Self.keep(scratch, for: target, shown: path) }
    // The old plan goes only when the disk knows of the new one.
    guard Self.synchroniseParent(of: target) else { return [scratch.path] }
    return scratch.remove(kind.names) ? [] : [scratch.path]
  }

  /// Gives what is whole but could not be put into place a name that is not hidden, and that no later run tidies away.
  static func keep(_ scratch: Scratch, for target: String, shown path: String) -> Failure {
    let reason = cannotExchange ? "" : String(cString: strerror(errno))
    for number in 1...99 {
      let name = target + (number == 1 ? ".new" : ".new-\(number)")
      var status = stat()
      if SystemPath.withPath(name, { lstat($0, &status) }) == 0 { continue }
      guard rename(scratch.path, name) == 0 else { break }
      synchroniseParent(of: target)
      return .kept(path: path, kept: name, reason: reason)
    }
    scratch.protect()
    return .kept(path: path, kept: scratch.path, reason: reason)
  }

  /// What can be known of a folder before it is replaced: whether it is a mount point, may be moved, and may be emptied.
  private static func checkReplaceable(_ target: String, shown path: String) throws(Failure) {
    let parent = parent(of: target)
    var (inside, around) = (stat(), stat())
    guard SystemPath.withPath(target, { stat($0, &inside) }) == 0,
      SystemPath.withPath(parent, { stat($0, &around) }) == 0
    else { throw system("stat", path) }
    guard inside.st_dev == around.st_dev else { throw .notReplaceable(folder: path) }
    guard SystemPath.withPath(target, { access($0, W_OK | X_OK) }) == 0 else { throw system("write", path) }
    let user = geteuid()
    if around.st_mode & S_ISVTX != 0, user != 0, user != inside.st_uid, user != around.st_uid {
      throw .system(operation: "rename", path: path, reason: String(cString: strerror(EPERM)))
    }
  }
}
