import RotaPlanner

/// What is known in the middle of a search.
struct ProgressReport: Sendable {
  /// Seconds since the search began.
  let seconds: Double
  /// Objective of the best plan so far, in units; nil: none yet.
  let best: Double?
  /// No plan is better than this, in units; nil: not known yet.
  let bound: Double?
  /// Deterministic work done.
  let work: Int
  /// What was done so far and where the time went.
  var effort = PlanningEffort()

  /// How much better than the best plan another could be at most, as a share of the best plan's objective.
  var gap: Double? {
    guard let best, let bound else { return nil }
    return best <= bound ? 0 : (best - bound) / max(abs(best), 1e-9)
  }
}

/// Shows how a search gets on: one rewritten line on a terminal, or a line of JSON per report, or nothing.
struct ProgressView: Sendable {
  /// How progress is shown.
  enum Style: String, CaseIterable, Sendable {
    /// A line on a terminal, nothing elsewhere.
    case auto
    /// A JSON object per line on standard error.
    case jsonl
    /// Nothing.
    case none
  }

  /// What the columns of the line are called.
  struct Words: Sendable {
    /// Objective of the best plan.
    let best: String
    /// Proved bound.
    let bound: String
    /// Distance between the two.
    let gap: String

    /// The words of a language.
    init(_ messages: MessageCatalogue) {
      best = messages.text("console.progress.best")
      bound = messages.text("console.progress.bound")
      gap = messages.text("console.progress.gap")
    }
  }

  let console: Console
  let style: Style
  let words: Words

  /// Shows one report.
  func show(_ report: ProgressReport) {
    switch style {
    case .none: break
    case .jsonl: console.record(Self.json(report))
    case .auto:
      guard console.hasLiveErrors else { return }
      console.showProgress(DisplayWidth.clipped(line(report), to: console.errorColumns - 1))
    }
  }

  /// Removes the line.
  func finish() { console.showProgress("") }

  /// `0:05  best 1294  bound 1290.7  gap 0.26 %`.
  func line(_ report: ProgressReport) -> String {
    let seconds = Int(report.seconds)
    let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    let gap = report.gap.map { Self.rounded($0 * 100, places: 2) + " %" }
    return [
      clock, words.best + " " + Self.shown(report.best), words.bound + " " + Self.shown(report.bound),
      words.gap + " " + (gap ?? "-"),
    ].joined(separator: "  ")
  }

  /// One object with the members of docs/progress.md, `null` for what is not known.
  static func json(_ report: ProgressReport) -> String {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    let members: [JSONValue.Member] = [
      .init("seconds", .number((report.seconds * 1000).rounded() / 1000)), .init("best", number(report.best)),
      .init("objective", number(report.best)), .init("bound", number(report.bound)),
      .init("gap", number(report.gap)), .init("work", .int(report.work)),
    ]
    return CanonicalJSON.compact(.object(members + report.effort.jsonMembers))
  }

  private static func shown(_ value: Double?) -> String { value.map { rounded($0, places: 1) } ?? "-" }

  private static func rounded(_ value: Double, places: Int) -> String {
    let scale = places == 1 ? 10.0 : 100.0
    return CanonicalJSON.compact(.number((value * scale).rounded() / scale))
  }
}
