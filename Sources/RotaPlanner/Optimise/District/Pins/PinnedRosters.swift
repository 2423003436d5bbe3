import RotaEngine

/// Rosters that do a person's pinned work and keep all rules of the whole roster at once (R01, R10-R17), found by going back where one duty
/// leaves no room for a later one. Duties are as short as the pins allow, so whoever gives a plan's own duties back as pins gets them.
struct PinnedRosters {
  private let law: DutyLaw
  private let limits: SolveLimits
  /// Duties that are tried for one person before the search gives up.
  private static let mostTrials = 5_000

  init(law: DutyLaw, limits: SolveLimits) {
    self.law = law
    self.limits = limits
  }

  /// Duties by day beside those of `board`; nil when none were found.
  func duties(of staff: Int, for work: [PinnedWork], beside board: RosterBoard) -> [DutyCandidate]? {
    var search = Search(staff: staff, work: work, law: law, limits: limits, trialsLeft: Self.mostTrials)
    return search.duties(from: 0, board)
  }

  private struct Search {
    let staff: Int
    let work: [PinnedWork]
    let law: DutyLaw
    let limits: SolveLimits
    var trialsLeft: Int
    private var known: [Range<Int>: [DutyCandidate]] = [:]

    init(staff: Int, work: [PinnedWork], law: DutyLaw, limits: SolveLimits, trialsLeft: Int) {
      (self.staff, self.work, self.law, self.limits) = (staff, work, law, limits)
      self.trialsLeft = trialsLeft
    }

    /// The duties for the pinned parts from `first` on; as many parts as a span allows are tried in one duty first.
    mutating func duties(from first: Int, _ board: RosterBoard) -> [DutyCandidate]? {
      guard first < work.count else { return [] }
      let span = law.scenario.contract(of: staff).maximumSpanMinutes
      var end = first + 1
      while end < work.count, work[end].interval.end - work[first].interval.start <= span { end += 1 }
      for end in stride(from: end, to: first, by: -1) {
        for duty in covering(first..<end) {
          if trialsLeft == 0 || limits.stopNow != nil { return nil }
          trialsLeft -= 1
          guard board.accepts(duty, allowsOvertime: true) else { continue }
          var next = board
          next.add(duty)
          if let rest = duties(from: end, next) { return [duty] + rest }
        }
      }
      return nil
    }

    private mutating func covering(_ parts: Range<Int>) -> [DutyCandidate] {
      if let found = known[parts] { return found }
      var covering = CoveringDuties(Array(work[parts]), staff: staff, law: law, limits: limits)
      let found = covering.duties()
      known[parts] = found
      return found
    }
  }
}
