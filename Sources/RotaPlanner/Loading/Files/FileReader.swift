import Foundation

/// Reads files of one folder and nothing outside it.
public struct FileReader: Sendable {
  /// The folder, as the user named it.
  public let folder: String
  /// The largest file read, in bytes.
  public let sizeLimit: Int

  /// Makes a reader of a folder that takes files up to `sizeLimit` bytes.
  public init(folder: String, sizeLimit: Int = 64 << 20) {
    self.folder = folder
    self.sizeLimit = sizeLimit
  }

  /// Whether the folder exists.
  public var folderExists: Bool { Self.kind(folder) == S_IFDIR }

  /// Whether something of that name is in the folder.
  public func exists(_ name: String) -> Bool { Self.kind(path(name)) != nil }

  /// The bytes of a file named relative to the folder.
  ///
  /// - Throws: the issue, at `reference` (the place that names the file) or else at the file itself: the file is missing
  ///   or unreadable, is larger than the limit, or lies outside the folder.
  public func bytes(_ name: String, namedAt reference: SourceLocation? = nil) throws(FileFault) -> [UInt8] {
    let place = reference ?? SourceLocation(file: name)
    func fault(_ code: IssueCode, _ arguments: [String: any MessageArgument] = [:]) -> FileFault {
      FileFault(Issue(code, at: place, subject: name, arguments))
    }
    guard staysInside(name) else { throw fault(.pathOutsideFolder) }
    guard let kind = Self.kind(path(name)) else {
      throw FileFault(Issue(.fileMissing, at: place, subject: name, fix: fix(missing: name)))
    }
    guard kind == S_IFREG else { throw fault(.fileUnreadable) }
    return try read(name, fault)
  }

  private func fix(missing name: String) -> Message? {
    if let guess = didYouMean(name, among: names()) { return Message("fix.didYouMean", ["guess": guess]) }
    return name == ScenarioFolder.settingsFile ? Message("fix.notAScenario") : nil
  }

  private func read(
    _ name: String, _ fault: (IssueCode, [String: any MessageArgument]) -> FileFault
  ) throws(FileFault) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { throw fault(.fileUnreadable, [:]) }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { throw fault(.fileUnreadable, [:]) }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { throw fault(.fileTooLarge, ["size": size >> 20, "limit": sizeLimit >> 20]) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  /// The names of all that lies in the folder, sorted.
  func names() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  private func staysInside(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.utf8.contains(0) { return false }
    if name.split(separator: "/").contains("..") { return false }
    guard let real = Self.realPath(path(name)), let root = Self.realPath(folder) else { return true }
    return real == root || real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }
}

/// Thrown when a file cannot be read; carries the one issue.
public struct FileFault: Error, Sendable {
  /// What is wrong with the file.
  public let issue: Issue

  init(_ issue: Issue) { self.issue = issue }
}
