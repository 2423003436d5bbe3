/// The best split of a person's paid slots over days, when each day offers a worth for each number of slots, each week's slots have a cost
/// and a cap, and so many days in a row may be worked (R11): a dynamic program over days whose states are days in a row and slots of
/// the week.
///
/// Complexity: O(R S C) a day for R days in a row, S slots of the week and C offers.
struct WeekSplit {
  /// One day's way into a state: slots worked on it, and the days in a row before it.
  private struct Step {
    var slots: Int32 = 0
    var before: Int32 = 0
  }

  /// States of days in a row: 0 to the most allowed; a single one when nothing limits them.
  private let states: Int
  private let isLimited: Bool
  /// By state of days in a row: the most that the weeks so far are worth.
  private var carried: [Double]
  /// By state x (slots of the week): the same in the midst of a week.
  private var values: [Double] = []
  private var width = 1
  private var reach = 0
  private var steps: [[Step]] = []
  private var widths: [Int] = []
  /// By week: number of its days, and by state the slots of the week.
  private var weeks: [(days: Int, slots: [Int])] = []
  private var dayCount = 0

  /// - Parameters:
  ///   - mostInARow: Most days in a row; nil: as many as there are.
  ///   - before: Days in a row worked just before the first day; what they make without any duty is no breach.
  init(mostInARow: Int?, before: Int) {
    states = (mostInARow ?? 0) + 1
    isLimited = mostInARow != nil
    carried = Array(repeating: -.infinity, count: states)
    carried[min(before, states - 1)] = 0
  }

  mutating func beginWeek(mostSlots: Int) {
    width = mostSlots + 1
    values = Array(repeating: -.infinity, count: states * width)
    for state in 0..<states { values[state * width] = carried[state] }
    (reach, dayCount) = (0, 0)
  }

  /// A day that may be free, or worked for as many slots as an offer says; no offer has more slots than the week.
  mutating func addDay(_ offers: [(slots: Int, worth: Double)]) {
    var next = [Double](repeating: -.infinity, count: values.count)
    var step = [Step](repeating: Step(), count: values.count)
    for state in 0..<states {
      for slots in 0...reach where values[state * width + slots] > next[slots] {
        next[slots] = values[state * width + slots]
        step[slots] = Step(slots: 0, before: Int32(state))
      }
    }
    for state in 0..<(isLimited ? states - 1 : 1) {
      let to = isLimited ? state + 1 : 0
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

  /// - Parameter cost: What a number of slots in the week costs.
  mutating func endWeek(cost: (Int) -> Double) {
    let costs = (0...reach).map(cost)
    var chosen = [Int](repeating: 0, count: states)
    for state in 0..<states {
      carried[state] = -.infinity
      for slots in 0...reach where values[state * width + slots] - costs[slots] > carried[state] {
        carried[state] = values[state * width + slots] - costs[slots]
        chosen[state] = slots
      }
    }
    weeks.append((dayCount, chosen))
  }

  /// The worth of the best split and its slots by day.
  func best() -> (worth: Double, slots: [Int]) {
    var state = carried.indices.max { carried[$0] < carried[$1] } ?? 0
    let worth = carried[state]
    var result = [Int](repeating: 0, count: steps.count)
    var day = steps.count
    for week in weeks.reversed() {
      var left = week.slots[state]
      for _ in 0..<week.days {
        day -= 1
        let step = steps[day][state * widths[day] + left]
        result[day] = Int(step.slots)
        left -= Int(step.slots)
        state = Int(step.before)
      }
    }
    return (worth, result)
  }
}
