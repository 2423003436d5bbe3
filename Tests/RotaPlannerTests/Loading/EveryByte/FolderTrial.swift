import Foundation

@testable import RotaPlanner

/// A folder of texts that is read again and again with one text changed.
struct FolderTrial {
  /// What came of a reading, with nothing in it that tells only that bytes differ.
  struct Outcome: Equatable {
    /// The scenario in words; nil where there is none.
    let scenario: String?
    let issues: [ScenarioIssue]

    var hasErrors: Bool { scenario == nil }
  }

  /// Files by name.
  var files: [String: String]
  private let folder: TemporaryFolder
  private let variant: String?

  init(files: [String: String], variant: String? = nil) throws {
    self.files = files
    self.variant = variant
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// Reads the folder, with one file replaced.
  func read(replacing name: String? = nil, by text: String = "") throws -> Outcome {
    if let name, name != "variant" { try folder.write(text, to: name) }
    defer {
      if let name, name != "variant", let old = files[name] { try? folder.write(old, to: name) }
    }
    do throws(ScenarioError) {
      var loaded = try LoadedScenario.read(folder: folder.path)
      if let variant {
        let source = name == "variant" ? text : variant
        loaded = try loaded.applying(Variant.read(Array(source.utf8), file: "variant.yaml"))
      }
      let words = String(describing: loaded.scenario).replacing(loaded.scenario.fingerprint, with: "")
      return Outcome(scenario: words, issues: loaded.warnings.issues)
    } catch {
      return Outcome(scenario: nil, issues: error.list.issues)
    }
  }
}

/// How many trials are made: all of them with ROTA_EVERY_BYTE=full, else one in `step`, always the same.
struct TrialCount {
  static let isFull = ProcessInfo.processInfo.environment["ROTA_EVERY_BYTE"] == "full"
  private let step: Int
  private var number = 0
  private(set) var made = 0

  init(oneIn step: Int) { self.step = Self.isFull ? 1 : step }

  /// Whether the next trial is to be made.
  mutating func next() -> Bool {
    number += 1
    guard number % step == 0 else { return false }
    made += 1
    return true
  }
}
