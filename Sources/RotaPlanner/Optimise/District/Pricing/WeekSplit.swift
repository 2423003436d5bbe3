/// The best split of a person's paid slots over days, when each day offers a worth for each number of slots, each week's slots have a cost
/// and a cap, and so many days in a row (R11) and a week (R30) may be worked: a dynamic program over days whose states are days in a row,
/// days worked in the week, and slots of the week.
///
/// Complexity: O(R N S C) a day for R days in a row, N days a week where these are limited, S slots of the week and C offers.
struct WeekSplit {
  /// One day's way into a state: slots worked on it, and the state before it.
  private struct Step {
    var slots: Int32 = 0
    var before: Int32 = 0
  }

  /// Days in a row: 0 to the most allowed; a single row when nothing limits them.
  private let rows: Int
  /// Days worked in the week: 0 to the most allowed; a single count when nothing limits them.
  private let counts: Int
  /// A state is row x counts + count.
  private var states: Int { rows * counts }
  private let limitsRows: Bool
  private let limitsCounts: Bool
  /// By days in a row: the most that the weeks so far are worth.
  private var carried: [Double]
  /// By state x (slots of the week): the same in the midst of a week.
  private var values: [Double] = []
  private var width = 1
  private var reach = 0
  private var steps: [[Step]] = []
  private var widths: [Int] = []
  /// By week: number of its days, and by days in a row at its end the best state and slots of the week.
  private var weeks: [(days: Int, ends: [(state: Int, slots: Int)])] = []
  private var dayCount = 0

  /// - Parameters:
  ///   - mostInARow: Most days in a row; nil: as many as there are.
  ///   - before: Days in a row worked just before the first day; what they make without any duty is no breach.
  ///   - mostAWeek: Most days a week; nil: as many as there are.
  init(mostInARow: Int?, before: Int, mostAWeek: Int? = nil) {
    rows = (mostInARow ?? 0) + 1
    counts = (mostAWeek ?? 0) + 1
    (limitsRows, limitsCounts) = (mostInARow != nil, mostAWeek != nil)
    carried = Array(repeating: -.infinity, count: rows)
    carried[min(before, rows - 1)] = 0
  }

  mutating func beginWeek(mostSlots: Int) {
    width = mostSlots + 1
    values = Array(repeating: -.infinity, count: states * width)
    for row in 0..<rows { values[row * counts * width] = carried[row] }
    (reach, dayCount) = (0, 0)
  }

  /// A day that may be free, or worked for as many slots as an offer says; no offer has more slots than the week.
  mutating func addDay(_ offers: [(slots: Int, worth: Double)]) {
    var next = [Double](repeating: -.infinity, count: values.count)
    var step = [Step](repeating: Step(), count: values.count)
    for state in 0..<states {
      let free = state % counts * width
      for slots in 0...reach where values[state * width + slots] > next[free + slots] {
        next[free + slots] = values[state * width + slots]
        step[free + slots] = Step(slots: 0, before: Int32(state))
      }
    }
    for state in 0..<states {
      guard let to = afterDuty(state) else { continue }
      guard values[state * width...state * width + reach].contains(where: { $0 > -.infinity }) else { continue }
      for offer in offers {
        for slots in 0...reach where slots + offer.slots < width {
          let worth = values[state * width + slots] + offer.worth
          let at = to * width + slots + offer.slots
          if worth > next[at] {
            next[at] = worth
            step[at] = Step(slots: Int32(offer.slots), before: Int32(state))
          }
        }
      }
    }
    values = next
    steps.append(step)
    widths.append(width)
    reach = min(width - 1, reach + (offers.last?.slots ?? 0))
    dayCount += 1
  }

  /// The state after one more day of work; nil where that is one too many.
  private func afterDuty(_ state: Int) -> Int? {
    let (row, count) = (limitsRows ? state / counts + 1 : 0, limitsCounts ? state % counts + 1 : 0)
    return row < rows && count < counts ? row * counts + count : nil
  }

  /// - Parameter cost: What a number of slots in the week costs.
  mutating func endWeek(cost: (Int) -> Double) {
    let costs = (0...reach).map(cost)
    var ends = [(state: Int, slots: Int)](repeating: (0, 0), count: rows)
    carried = Array(repeating: -.infinity, count: rows)
    for state in 0..<states {
      let row = state / counts
      for slots in 0...reach where values[state * width + slots] - costs[slots] > carried[row] {
        carried[row] = values[state * width + slots] - costs[slots]
        ends[row] = (state, slots)
      }
    }
    weeks.append((dayCount, ends))
  }

  /// The worth of the best split and its slots by day.
  func best() -> (worth: Double, slots: [Int]) {
    var row = carried.indices.max { carried[$0] < carried[$1] } ?? 0
    let worth = carried[row]
    var result = [Int](repeating: 0, count: steps.count)
    var day = steps.count
    for week in weeks.reversed() {
      var (state, left) = week.ends[row]
      for _ in 0..<week.days {
        day -= 1
        let step = steps[day][state * widths[day] + left]
        result[day] = Int(step.slots)
        left -= Int(step.slots)
        state = Int(step.before)
      }
      row = state / counts
    }
    return (worth, result)
  }
}
