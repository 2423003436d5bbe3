/// Finds few of many demands that cannot hold together, given only a test of whether some of them can.
struct SmallestConflict {
  /// The answer of a test of some demands.
  enum Answer {
    /// They can hold, and these others, which the witness happens to keep, with them.
    case holds(also: [Int])
    /// They cannot.
    case clash
    /// Nobody knows.
    case unknown
  }

  /// How much is proved of a conflict.
  enum Proof: Hashable {
    /// No conflict among the demands has fewer members.
    case smallest
    /// Without any one of its members the rest can hold.
    case irreducible
    /// It cannot hold; whether fewer would do is not known.
    case conflict
  }

  private let test: ([Int]) throws -> Answer
  private let mayGoOn: () -> Bool
  private var known: [[Int]: Answer] = [:]

  /// - Parameters:
  ///   - mayGoOn: False when time is up; what is proved by then is returned.
  ///   - test: Answers for demands in rising order; more demands never hold where fewer do not.
  init(mayGoOn: @escaping () -> Bool = { true }, test: @escaping ([Int]) throws -> Answer) {
    self.mayGoOn = mayGoOn
    self.test = test
  }

  /// The answer for these demands, asked once.
  mutating func answer(_ demands: [Int]) throws -> Answer {
    let key = demands.sorted()
    if let answer = known[key] { return answer }
    let answer = mayGoOn() ? try test(key) : .unknown
    known[key] = answer
    return answer
  }

  /// A conflict among `demands`, which are known not to hold together: as small as the time allows, with what is proved of it.
  /// - Parameter known: Members of a conflict that is known already.
  mutating func find(in demands: [Int], from known: [Int]? = nil) throws -> (members: [Int], proof: Proof) {
    let start = known ?? demands
    let few = try isClash([]) ? [] : try reduced([], isBaseNew: false, start).sorted()
    guard try isIrreducible(few) else { return (few, .conflict) }
    return try smallest(in: demands, atMost: few)
  }

  private mutating func isClash(_ demands: [Int]) throws -> Bool {
    if case .clash = try answer(demands) { return true }
    return false
  }

  private mutating func isIrreducible(_ demands: [Int]) throws -> Bool {
    for member in demands {
      guard case .holds = try answer(demands.filter { $0 != member }) else { return false }
    }
    return true
  }

  /// Members of `demands` that clash with `base`, none of them needless unless a test stayed unanswered.
  /// Source: Junker, QuickXplain: preferred explanations and relaxations for over-constrained problems (2004).
  private mutating func reduced(_ base: [Int], isBaseNew: Bool, _ demands: [Int]) throws -> [Int] {
    if isBaseNew, try isClash(base) { return [] }
    if demands.count == 1 { return demands }
    let left = Array(demands[..<(demands.count / 2)])
    let right = Array(demands[(demands.count / 2)...])
    let ofRight = try reduced(base + left, isBaseNew: true, right)
    let ofLeft = try reduced(base + ofRight, isBaseNew: !ofRight.isEmpty, left)
    return ofLeft + ofRight
  }

  // MARK: - Smallest

  /// Each conflict has a member outside every choice that holds; a choice with a member outside each choice found so far and as few
  /// as possible is a smallest conflict as soon as it clashes.
  /// Source: Ignatiev, Previti, Liffiton, Marques-Silva: Smallest MUS extraction with minimal hitting set dualization (2015).
  private mutating func smallest(in demands: [Int], atMost known: [Int]) throws -> (members: [Int], proof: Proof) {
    if known.count <= 1 { return (known, .smallest) }
    var isSure = true
    // Single members are quick to test, and most conflicts are pairs.
    for member in demands {
      switch try answer([member]) {
      case .clash: return ([member], .smallest)
      case .unknown: isSure = false
      case .holds: break
      }
    }
    if known.count == 2 { return (known, isSure ? .smallest : .irreducible) }
    var outside: [[Int]] = []
    while true {
      guard mayGoOn() else { return (known, .irreducible) }
      let candidate = HittingSet.smallest(of: outside, below: known.count, mayGoOn: mayGoOn)
      guard let candidate else { return (known, isSure && mayGoOn() ? .smallest : .irreducible) }
      switch try answer(candidate) {
      case .clash:
        if isSure { return (candidate, .smallest) }
        return (candidate, try isIrreducible(candidate) ? .irreducible : .conflict)
      case .unknown: isSure = false
      case .holds: break
      }
      let (rest, wasSure) = try leftOut(of: demands, growing: candidate)
      isSure = isSure && wasSure
      // What could not be told counts as holding, so that the search ends; then nothing is claimed.
      if rest.isEmpty { return (known, .irreducible) }
      outside.append(rest)
    }
  }

  /// What remains outside when members are added to a choice as long as it holds.
  private mutating func leftOut(of demands: [Int], growing start: [Int]) throws -> (rest: [Int], isSure: Bool) {
    var choice = start
    var isSure = true
    if case .holds(let also) = try answer(start) {
      choice += also.filter { demands.contains($0) && !start.contains($0) }
    }
    for member in demands where !choice.contains(member) {
      switch try answer(choice + [member]) {
      case .clash: continue
      case .unknown:
        isSure = false
        choice.append(member)
      case .holds(let also):
        choice += [member] + also.filter { !choice.contains($0) && demands.contains($0) && $0 != member }
      }
    }
    return (demands.filter { !choice.contains($0) }, isSure)
  }
}

/// Smallest sets that share a member with each of some sets.
enum HittingSet {
  /// The first, in order of members, of the smallest such sets, if it has fewer than `limit` members; nil also when `mayGoOn` says so before.
  static func smallest(of sets: [[Int]], below limit: Int, mayGoOn: () -> Bool = { true }) -> [Int]? {
    for size in 0..<max(0, limit) where mayGoOn() {
      if let found = hitting(sets, size: size, chosen: [], mayGoOn) { return found.sorted() }
    }
    return nil
  }

  private static func hitting(_ sets: [[Int]], size: Int, chosen: [Int], _ mayGoOn: () -> Bool) -> [Int]? {
    guard let open = sets.first(where: { set in !set.contains { chosen.contains($0) } }) else { return chosen }
    if size == 0 { return nil }
    for member in open where mayGoOn() {
      if let found = hitting(sets, size: size - 1, chosen: chosen + [member], mayGoOn) { return found }
    }
    return nil
  }
}
