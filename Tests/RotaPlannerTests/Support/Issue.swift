import RotaPlanner
import Testing

/// In tests `Issue` is the test library's, as everywhere; the fault in a scenario is a `ScenarioIssue`.
typealias Issue = Testing.Issue

/// A fault in a scenario.
typealias ScenarioIssue = RotaPlanner.Issue
