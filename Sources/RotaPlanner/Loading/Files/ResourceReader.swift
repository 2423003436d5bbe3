import Foundation

/// Reads the files that ship with the program: messages, rule sets, templates.
enum ResourceReader {
  /// The text of a resource, for example `messages/issues.yaml`; nil when there is none of that name.
  static func text(_ path: String) -> String? {
    guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// The names of the entries of a resource folder, sorted; empty when there is no such folder.
  static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
}
