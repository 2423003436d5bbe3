import Foundation
import RotaEngine

/// Chooses neighbourhoods: lengths of time by what they have brought, days and people by where the present solution pays.
struct NeighbourhoodPlan: Sendable {
  /// One length of time, with the number of people that fits the work meant for one neighbourhood.
  private struct Option: Sendable {
    var days: Int
    var people: Double
    var isAnnealed: Bool
    /// Objective gained for a million units of work, the recent past weighing most.
    var gain = 1e9
    /// Units that one neighbourhood takes, the recent past weighing most.
    var work = 1e5
    /// Searches without gain since the last gain of any option.
    var failures = 0

    /// How often it is tried out: for the same work as the others, less the longer it has failed, and annealing less than columns,
    /// which prove that a neighbourhood holds nothing better.
    var trialWeight: Double {
      (isAnnealed ? 0.1 : 1) / (max(1, work) * (1 + Double(failures) / 8))
    }
  }
  /// A neighbourhood to search.
  struct Choice: Sendable {
    fileprivate var option: Int
    var method: Neighbourhood.Method
    var people: [Int]
    var days: Range<Int>
  }

  /// Units of work meant for one neighbourhood.
  private(set) var target = 250_000
  /// Where the solution costs more than the bound, once that is known.
  var excess: SolutionExcess?
  /// Units of work by which an option's past counts for 0.85 of itself.
  private static let memory = 1e5
  /// Days up to which whole rosters are priced fast enough for a neighbourhood.
  static let mostDays = 84
  private let problem: RosteringProblem
  private let highestMarginal: Double
  private var options: [Option]
  /// The least that each person's rosters can cost on each day, for telling what a roster loses.
  private let leastOfDay: [[Int]]
  /// The rows that duties of each day cover.
  private let rowsOfDay: [[Int]]
  /// The first day whose duties cover each row.
  private let dayOfRow: [Int?]

  init(_ problem: RosteringProblem) {
    self.problem = problem
    var lengths = [14, 21, 28, 42, 56].filter { $0 < problem.dayCount }
    if problem.dayCount <= Self.mostDays { lengths.append(problem.dayCount) }
    let count = Double(problem.people.count)
    options = lengths.map { Option(days: $0, people: min(count, max(4, 300 / Double($0))), isAnnealed: false) }
    lengths += [112, 168].filter { $0 < problem.dayCount }
    if problem.dayCount > Self.mostDays, problem.rows.count <= RosteringSearch.mostMasterRows {
      lengths.append(problem.dayCount)
    }
    options += lengths.map { Option(days: $0, people: count, isAnnealed: true) }
    // Where nobody missing costs anything, wishes set the scale.
    highestMarginal = Double(max(1, problem.highestMarginal))
    rowsOfDay = (0..<problem.dayCount).map { day in
      Set(problem.coverage[day * problem.kindCount..<(day + 1) * problem.kindCount].joined()).sorted()
    }
    var days = [Int?](repeating: nil, count: problem.rows.count)
    for (day, rows) in rowsOfDay.enumerated() {
      for row in rows where days[row] == nil { days[row] = day }
    }
    dayOfRow = days
    leastOfDay = problem.people.map { person in
      (0..<problem.dayCount).map { day in
        let duties = (0..<problem.kindCount).map { day * problem.kindCount + $0 }
        return duties.filter { person.allowed[$0] }.reduce(person.offCost[day]) { min($0, person.cost[$1]) }
      }
    }
  }

  /// The next neighbourhood of `solution`, of people in `among`.
  func next(_ solution: RosterSolution, among: [Int], random: inout SeededRandom) -> Choice {
    let option = chooseOption(&random)
    let excess = random.unit() < 0.5 ? excess : nil
    let row = chooseRow(solution, excess, &random)
    let days = window(options[option].days, around: row.flatMap { dayOfRow[$0] }, &random)
    let count = min(among.count, max(2, Int(size(of: options[option], &random).rounded())))
    var weights = [Double](repeating: 0, count: problem.people.count)
    if let excess {
      let excesses = solution.rosters.map(excess.ofRoster)
      let usual = 0.3 * excesses.reduce(0, +) / Double(excesses.count) + 1e-3
      for person in among { weights[person] = usual + excesses[person] }
    } else {
      for person in among { weights[person] = 1 + 0.2 * Double(loss(of: solution.rosters[person], days)) }
    }
    if let row, let day = dayOfRow[row], random.next() % 4 != 0 {
      for person in weights.indices where mayCover(person, row, day) { weights[person] *= 4 }
    }
    return Choice(
      option: option, method: options[option].isAnnealed ? .annealing(schedule(&random)) : .columns,
      people: Self.draw(count, weights, &random), days: days)
  }

  /// Whether a neighbourhood may hold something better: what it can gain is at most what its people and the rows of its days cost
  /// above the bound.
  func mayGain(_ choice: Choice, _ solution: RosterSolution) -> Bool {
    guard let excess else { return true }
    var most = choice.people.reduce(0) { $0 + excess.ofRoster(solution.rosters[$1]) }
    for row in choice.days.lazy.flatMap({ rowsOfDay[$0] }) {
      most += excess.ofRow(row, problem.rows[row], cover: solution.cover[row])
    }
    return most > 1 - 1e-6
  }

  /// How many people an option takes: as many as have suited it, and where it is annealed any number up to that.
  private func size(of option: Option, _ random: inout SeededRandom) -> Double {
    option.isAnnealed ? 3 * pow(max(1, option.people / 3), random.unit()) : option.people
  }

  private func schedule(_ random: inout SeededRandom) -> RosterAnnealing.Schedule {
    let hot = highestMarginal * 0.01 * pow(10, random.unit())
    return RosterAnnealing.Schedule(hot: hot, cold: hot / 10, units: target / 2)
  }

  /// Learns from a search that gained `gain` for `work` units.
  mutating func learn(_ choice: Choice, gain: Int, work: Int) {
    let rate = Double(gain) * 1e6 / Double(max(1, work))
    let option = options[choice.option]
    options[choice.option].work = 0.85 * option.work + 0.15 * Double(work)
    let past = option.gain >= 1e9 ? 0 : pow(0.85, max(1, Double(work) / Self.memory))
    options[choice.option].gain = past * option.gain + (1 - past) * rate
    if gain > 0 {
      for index in options.indices { options[index].failures = 0 }
    } else {
      options[choice.option].failures += 1
    }
    if option.isAnnealed { return }
    let factor = max(0.8, min(1.25, pow(Double(target) / Double(max(1, work)), 0.25)))
    options[choice.option].people = max(2, min(Double(problem.people.count), option.people * factor))
  }

  /// Means larger neighbourhoods from now on, because the present ones bring nothing any more.
  mutating func grow() { target = min(target * 3 / 2, 20_000_000) }

  private func chooseOption(_ random: inout SeededRandom) -> Int {
    // Where nothing gains any more, what gained last says nothing about what will.
    if random.unit() < 0.4 || options.allSatisfy({ $0.gain < 0.5 }) {
      return Self.draw(1, options.map(\.trialWeight), &random).first ?? 0
    }
    return options.indices.max { (options[$0].gain, -$0) < (options[$1].gain, -$1) } ?? 0
  }

  /// A row drawn by what its cover costs (above the bound, where `excess` says it), or nil when nothing costs or chance wants another
  /// place.
  private func chooseRow(_ solution: RosterSolution, _ excess: SolutionExcess?, _ random: inout SeededRandom) -> Int? {
    if random.below(excess == nil ? 5 : 3) == 0 { return nil }
    let costs = problem.rows.enumerated().map { index, row in
      excess?.ofRow(index, row, cover: solution.cover[index])
        ?? Double(row.cost(ofCover: solution.cover[index])).squareRoot()
    }
    return Self.draw(1, costs, &random).first
  }

  private func window(_ length: Int, around day: Int?, _ random: inout SeededRandom) -> Range<Int> {
    let last = problem.dayCount - length
    if last <= 0 { return 0..<problem.dayCount }
    guard let day else {
      let first = Int.random(in: 0...last, using: &random)
      return first..<first + length
    }
    let first = min(last, max(0, day - Int.random(in: 0..<length, using: &random)))
    return first..<first + length
  }

  private func loss(of roster: RosterColumn, _ days: Range<Int>) -> Int {
    let person = problem.people[roster.person]
    return days.reduce(0) { sum, day in
      let kind = Int(roster.kinds[day])
      let cost = kind < 0 ? person.offCost[day] : person.cost[day * problem.kindCount + kind]
      return sum + cost - leastOfDay[roster.person][day]
    }
  }

  private func mayCover(_ person: Int, _ row: Int, _ day: Int) -> Bool {
    (0..<problem.kindCount).contains { kind in
      let arc = day * problem.kindCount + kind
      return problem.people[person].allowed[arc] && problem.coverage[arc].contains(row)
    }
  }

  /// `count` indices drawn without putting back, by weight (Efraimidis and Spirakis 2006), rising.
  private static func draw(_ count: Int, _ weights: [Double], _ random: inout SeededRandom) -> [Int] {
    var keys: [(key: Double, index: Int)] = []
    for (index, weight) in weights.enumerated() {
      let unit = max(1e-12, random.unit())
      if weight > 0 { keys.append((-log(unit) / weight, index)) }
    }
    keys.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    return keys.prefix(count).map(\.index).sorted()
  }
}
