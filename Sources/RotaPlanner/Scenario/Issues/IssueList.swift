/// Issues in the order of their places, each once.
public struct IssueList: Hashable, Sendable {
  /// The issues by file, line and column; those without a place come first.
  public let issues: [Issue]

  /// Sorts the issues by place, keeping the order of discovery within a place, and drops repetitions.
  public init(_ issues: [Issue]) {
    var seen: Set<Issue> = []
    let distinct = issues.filter { seen.insert($0).inserted }
    self.issues = distinct.enumerated().sorted { left, right in
      Self.precedes(left, right)
    }.map(\.element)
  }

  private static func precedes(_ left: (offset: Int, element: Issue), _ right: (offset: Int, element: Issue)) -> Bool {
    switch (left.element.location, right.element.location) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let first?, let second?) where first < second: return true
    case (let first?, let second?) where second < first: return false
    default: return left.offset < right.offset
    }
  }

  /// The issues that make the scenario unusable.
  public var errors: [Issue] { issues.filter { $0.severity == .error } }
  /// The issues that do not.
  public var warnings: [Issue] { issues.filter { $0.severity == .warning } }
  /// Whether the scenario can be used.
  public var hasErrors: Bool { issues.contains { $0.severity == .error } }
}

/// Thrown when a scenario cannot be used; carries every issue found, not only the first.
public struct ScenarioError: Error, Hashable, Sendable {
  /// Every issue, warnings included.
  public let list: IssueList

  /// Makes an error of the issues found.
  public init(_ issues: [Issue]) { list = IssueList(issues) }
}

/// Gathers issues while a stage goes on reading, so that all faults are reported at once.
final class IssueCollector {
  /// The issues so far, in the order of discovery.
  private(set) var issues: [Issue] = []
  /// Whether an error was added so far.
  private(set) var hasErrors = false

  /// Most issues kept.
  static let limit = 10_000

  /// Makes an empty collector.
  init() {}

  /// Adds one issue. Beyond `limit`, issues are not kept: a file of another kind altogether has a
  /// fault on each of its million lines.
  func add(_ issue: Issue) {
    if issues.count < Self.limit { issues.append(issue) }
    if issue.severity == .error { hasErrors = true }
  }

  /// Adds several issues.
  func add(contentsOf more: [Issue]) { more.forEach(add) }

  /// All issues, sorted.
  var list: IssueList { IssueList(issues) }

  /// Throws `ScenarioError` with all issues if one of them is an error.
  func throwIfErrors() throws(ScenarioError) {
    if hasErrors { throw ScenarioError(issues) }
  }
}
