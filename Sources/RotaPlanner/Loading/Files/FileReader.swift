import Foundation

/// Reads files of one folder and nothing outside it.
struct FileReader: Sendable {
  /// The folder, as the user named it.
  let folder: String
  /// The largest file read, in bytes.
  let sizeLimit: Int

  /// Makes a reader of a folder that takes files up to `sizeLimit` bytes.
  init(folder: String, sizeLimit: Int = ByteStream.limit) {
    self.folder = folder
    self.sizeLimit = sizeLimit
  }

  /// Whether the folder exists.
  var folderExists: Bool { SystemPath.isFolder(folder) }

  /// Whether something of that name is in the folder.
  func exists(_ name: String) -> Bool { SystemPath.kind(path(name)) != nil }

  /// The names of the plain files in the folder, sorted; empty when it cannot be listed.
  func fileNames() -> [String] { names().filter { SystemPath.kind(path($0)) == S_IFREG } }

  /// The bytes of a file named relative to the folder.
  ///
  /// - Throws: the issue, at `reference` (the place that names the file) or else at the file itself: the file is missing
  ///   or unreadable, is larger than the limit, or lies outside the folder.
  func bytes(_ name: String, namedAt reference: SourceLocation? = nil) throws(FileFault) -> [UInt8] {
    let place = reference ?? SourceLocation(file: name)
    func fault(_ code: IssueCode, _ arguments: [String: any MessageArgument] = [:]) -> FileFault {
      FileFault(Issue(code, at: place, subject: name, arguments))
    }
    guard staysInside(name) else { throw fault(.pathOutsideFolder) }
    guard let kind = SystemPath.kind(path(name)) else {
      throw FileFault(Issue(.fileMissing, at: place, subject: name, fix: fix(missing: name)))
    }
    guard kind == S_IFREG else { throw fault(.fileUnreadable, ["reason": Message("reason.notPlain")]) }
    return try read(name, fault)
  }

  private func fix(missing name: String) -> Message? {
    if let guess = didYouMean(name, among: names()) { return Message("fix.didYouMean", ["guess": guess]) }
    return name == ScenarioFolder.settingsFile ? Message("fix.notAScenario") : nil
  }

  private func read(
    _ name: String, _ fault: (IssueCode, [String: any MessageArgument]) -> FileFault
  ) throws(FileFault) -> [UInt8] {
    let descriptor = SystemPath.withPath(path(name)) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw fault(.fileUnreadable, ["reason": String(cString: strerror(errno))]) }
    defer { close(descriptor) }
    do { return try ByteStream.bytes(of: descriptor, limit: sizeLimit) } catch {
      switch error {
      case .system(let reason): throw fault(.fileUnreadable, ["reason": reason])
      case .tooLong:
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        throw fault(.fileTooLarge, ["size": max(size, sizeLimit) >> 20, "limit": sizeLimit >> 20])
      }
    }
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  /// The names of all that lies in the folder, sorted.
  func names() -> [String] { SystemPath.names(in: folder) ?? [] }

  private func staysInside(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.utf8.contains(0) { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"))
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) { return false }
    guard let real = SystemPath.real(path(name)), let root = SystemPath.real(folder) else { return true }
    return real == root || real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}

/// Thrown when a file cannot be read; carries the one issue.
struct FileFault: Error, Sendable {
  /// What is wrong with the file.
  let issue: Issue

  init(_ issue: Issue) { self.issue = issue }
}
