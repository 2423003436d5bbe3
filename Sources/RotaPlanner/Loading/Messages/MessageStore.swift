import Synchronization
import Yams

/// The templates of all languages, read from `Resources/messages/` one file at a time when first needed.
///
/// A key's file is named by the part before its first dot (`report.title` is in `report.yaml`); issue codes are in
/// `issues.yaml`.
final class MessageStore: Sendable {
  typealias Templates = [String: [Language: MessageTemplate]]

  static let shared = MessageStore()

  private let loaded = Mutex<[String: Templates]>([:])

  func template(_ key: String, _ language: Language) -> MessageTemplate? {
    let file = Self.file(ofKey: key)
    return loaded.withLock { files in
      if let templates = files[file] { return templates[key]?[language] }
      let templates = Self.read(file)
      files[file] = templates
      return templates[key]?[language]
    }
  }

  /// The name, without extension, of the file that holds a key.
  static func file(ofKey key: String) -> String {
    let first = key.prefix { $0 != "." }
    let isCode =
      first.count == 4 && (first.hasPrefix("E") || first.hasPrefix("W")) && first.dropFirst().allSatisfy(\.isNumber)
    return isCode ? "issues" : String(first)
  }

  /// The texts of a file by key and language code, as written; empty when there is no such file.
  static func texts(_ file: String) -> [String: [String: String]] {
    guard let source = ResourceReader.text("messages/\(file).yaml"), let root = try? Yams.compose(yaml: source),
      let mapping = root.mapping
    else { return [:] }
    var texts: [String: [String: String]] = [:]
    for (key, value) in mapping {
      guard let name = key.string, let languages = value.mapping else { continue }
      var words: [String: String] = [:]
      for (language, text) in languages { words[language.string ?? ""] = text.string ?? "" }
      texts[name] = words
    }
    return texts
  }

  private static func read(_ file: String) -> Templates {
    texts(file).mapValues { words in
      var templates: [Language: MessageTemplate] = [:]
      for language in Language.allCases { templates[language] = words[language.rawValue].map(MessageTemplate.init) }
      return templates
    }
  }
}
