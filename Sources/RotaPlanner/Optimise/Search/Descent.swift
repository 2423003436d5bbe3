/// The way down from one solution by neighbourhoods, until it brings nothing considerable any more.
struct Descent {
  /// The best solution of the way so far.
  private(set) var solution: RosterSolution
  /// Units done in all, and those done at the last considerable gain.
  private var work = 0
  private var workAtGain = 0
  private var objectiveAtGain: Int

  /// Units after a gain in which another one may come, at least and as part of the work before it.
  private static let leastPatience = 2_000_000
  private static let patience = 0.6
  /// Part of what is left to the bound that makes a gain considerable.
  private static let considerable = 0.02

  init(from start: RosterSolution) {
    solution = start
    objectiveAtGain = start.objective
  }

  var isSpent: Bool {
    work - workAtGain > max(Self.leastPatience, Int(Self.patience * Double(workAtGain)))
  }

  /// Goes on to `next`, which `units` of work have brought.
  mutating func follow(_ next: RosterSolution, units: Int, bound: Int) {
    work += units
    if next.objective <= solution.objective { solution = next }
    let gain = Double(objectiveAtGain) - Double(solution.objective)
    if gain > Self.considerable * (Double(solution.objective) - Double(bound)) {
      workAtGain = work
      objectiveAtGain = solution.objective
    }
  }
}
