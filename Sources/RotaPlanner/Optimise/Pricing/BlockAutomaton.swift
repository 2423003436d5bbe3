/// The states that days in a row on duty and off pass through, without the kinds of duty.
///
/// On-duty positions come first, then off positions. Position 0 is the first day of a run; a run that touches the start of
/// the horizon has positions of its own, which may end early, until it is as long as the shortest lawful run.
struct BlockAutomaton: Sendable {
  /// Number of on-duty positions.
  let dutyCount: Int
  /// Number of off positions; the last one stands for "off long enough" and repeats.
  let offCount: Int
  /// The position after another day on duty, or -1.
  let nextDuty: [Int]
  /// Whether a day off may follow the position.
  let mayEnd: [Bool]
  /// Where a run that starts on the first day begins under `RosterStart.open`.
  let edgeDuty: Int

  /// Off state after one more day off from off state `off` (0 first).
  func nextOff(_ off: Int) -> Int { min(off + 1, offCount - 1) }

  /// States in all.
  var stateCount: Int { dutyCount + offCount }

  /// The automaton for rosters of which `dayCount` days are known, those before the horizon included.
  init(limits: RosterLimits, dayCount: Int) {
    let longest = max(1, min(limits.mostDutiesInARow, dayCount))
    let shortest = max(1, limits.fewestDutiesInARow)
    var next = (0..<longest).map { $0 + 1 < longest ? $0 + 1 : -1 }
    var end = (0..<longest).map { $0 + 1 >= shortest }
    edgeDuty = shortest > 1 ? longest : 0
    // A run from before the horizon may end at once, until it is long enough to be like any other.
    for length in 1..<max(2, min(shortest, longest + 1)) where shortest > 1 {
      let goesOn = length + 1 < shortest ? longest + length : shortest - 1
      next.append(length < longest ? goesOn : -1)
      end.append(true)
    }
    dutyCount = next.count
    nextDuty = next
    mayEnd = end
    offCount = max(1, min(limits.fewestDaysOffInARow, dayCount))
  }
}
