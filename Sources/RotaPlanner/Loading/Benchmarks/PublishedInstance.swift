import Foundation

/// A rostering instance in one of the published text formats, which `rota plan` and `rota check` take instead of a scenario folder.
public struct PublishedInstance: Hashable, Sendable {
  /// The formats.
  enum Content: Hashable, Sendable {
    /// Named shifts at one place.
    case shiftScheduling(ShiftSchedulingInstance)
    /// Free starts at several places.
    case multiActivity(MultiActivityInstance)
  }

  /// The file's name, without folders.
  public let name: String
  /// What stands in it.
  let content: Content

  /// Reads the file at `path` when there is one; nil for a folder or nothing, which the reader of scenario folders judges.
  /// - Throws: the first fault of the file.
  public static func read(_ path: String) throws(ScenarioError) -> PublishedInstance? {
    guard let kind = SystemPath.kind(path), kind != S_IFDIR else { return nil }
    return try PublishedInstance(try TextFile.bytes(path), file: path)
  }

  /// Reads an instance from bytes; `file` is its path for messages.
  /// - Throws: the first fault.
  init(_ bytes: [UInt8], file: String) throws(ScenarioError) {
    name = SystemPath.name(file)
    let text = try TextFile.text(bytes, file: name)
    do throws(BenchmarkFault) {
      if MultiActivityInstance.recognises(text) {
        let instance = try MultiActivityInstance(text: text)
        try instance.requireWhole(text)
        content = .multiActivity(instance)
      } else if ShiftSchedulingInstance.recognises(text) {
        let instance = try ShiftSchedulingInstance(text: text)
        try instance.requireWhole(text)
        content = .shiftScheduling(instance)
      } else {
        throw BenchmarkFault(line: 0, code: .benchmarkUnknown, arguments: ["subject": .text(name)])
      }
    } catch {
      throw ScenarioError([error.issue(in: name)])
    }
  }

  /// The format's name in `plan.json`.
  public var format: String {
    switch content {
    case .shiftScheduling: "shift-scheduling"
    case .multiActivity: "multi-activity"
    }
  }
}

/// A roster for a `PublishedInstance`, in the terms of its format.
public enum PublishedRoster: Hashable, Sendable {
  /// A shift or a day off for each person and day.
  case shiftScheduling(ShiftSchedulingRoster)
  /// Segments with times and tasks.
  case multiActivity(MultiActivityRoster)

  /// The file of a plan folder that holds it.
  public static let file = "roster.csv"

  /// Reads the roster at a path: a plan folder, or a file like its `roster.csv`.
  /// - Throws: the first fault.
  public static func read(_ path: String, of instance: PublishedInstance) throws(ScenarioError) -> PublishedRoster {
    let place = SystemPath.isFolder(path) ? path + "/" + file : path
    return try PublishedRoster(try TextFile.bytes(place), file: place, of: instance)
  }

  /// Reads a roster from bytes; `file` is its path for messages.
  /// - Throws: the first fault.
  public init(_ bytes: [UInt8], file: String, of instance: PublishedInstance) throws(ScenarioError) {
    let name = SystemPath.name(file)
    let text = try TextFile.text(bytes, file: name)
    do throws(BenchmarkFault) {
      switch instance.content {
      case .shiftScheduling(let content):
        self = .shiftScheduling(try ShiftSchedulingRoster(csv: text, of: content))
      case .multiActivity: self = .multiActivity(try MultiActivityRoster(csv: text))
      }
    } catch {
      throw ScenarioError([error.issue(in: name)])
    }
  }
}
