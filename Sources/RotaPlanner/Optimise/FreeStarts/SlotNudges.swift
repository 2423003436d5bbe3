import Foundation
import RotaEngine

/// Small changes of the times of duties, where there is one place only: simulated annealing whose steps change a few slots and so
/// cost a fraction of a microsecond each.
///
/// A step moves the ends of one or two duties of a person by some slots, moves a duty to another start or day, or exchanges ends or
/// whole duties between two people, which leaves the cover as it is and only moves hours.
final class SlotNudges {
  private typealias Span = SlotTimes.Span

  private let times: SlotTimes
  private let grid: SlotGrid
  private var random = SeededRandom(seed: 0)
  private var scope = SlotLane.Scope()
  private var temperature = 1.0
  /// Work done, in units of about four steps.
  private(set) var work = 0

  init(_ state: SlotState) {
    times = SlotTimes(state)
    grid = state.grid
  }

  /// Does `count` steps at a temperature, with the people and days of the scope.
  func run(_ count: Int, _ scope: SlotLane.Scope, temperature: Double, _ random: inout SeededRandom) {
    self.scope = scope
    self.temperature = temperature
    self.random = random
    times.change { for _ in 0..<count { step() } }
    work += count / 4
    random = self.random
  }

  private func step() {
    let person = somebody()
    let isKept =
      switch random.below(10) {
      case 0..<5: movesTwoEnds(person)
      case 5: movesOneEnd(person)
      case 6: relocates(person)
      case 7: exchanges(person, somebody())
      case 8: exchangesEnds(person, somebody())
      default: handsOver(person, somebody())
      }
    if isKept { times.keep() } else { times.undo() }
  }

  private func somebody() -> Int { scope.people[random.below(scope.people.count)] }

  private func aDay() -> Int { scope.first + random.below(scope.last - scope.first) }

  /// One slot mostly, four at most.
  private func aStep() -> Int { 1 + random.below(1 + random.below(4)) }

  private func isHeads() -> Bool { random.next() & 1 == 0 }

  private func accepts(_ cost: Int) -> Bool {
    cost <= 0 || Double(cost) < -temperature * log(max(random.unit(), 1e-12))
  }

  /// One end of a duty outwards and another one inwards: of the same duty (it moves) or of two (the hours stay).
  private func movesTwoEnds(_ person: Int) -> Bool {
    let first = aDay()
    let second = random.below(3) == 0 ? first : aDay()
    var one = times.span(person, first)
    if one.length == 0 { return false }
    let step = aStep()
    if first == second {
      one.start += isHeads() ? step : -step
      return replaces(person, first, one)
    }
    var two = times.span(person, second)
    if two.length == 0 { return false }
    if isHeads() { one.start -= step }
    one.length += step
    if isHeads() { two.start += step }
    two.length -= step
    guard times.isLawful(person, first, one) else { return false }
    let cost = times.put(person, first, one)
    return times.isLawful(person, second, two) && accepts(cost + times.put(person, second, two))
  }

  private func movesOneEnd(_ person: Int) -> Bool {
    let day = aDay()
    var duty = times.span(person, day)
    if duty.length == 0 { return false }
    let step = isHeads() ? aStep() : -aStep()
    if isHeads() { duty.start -= step }
    duty.length += step
    return replaces(person, day, duty)
  }

  /// A duty to another start, on its day or on a free one.
  private func relocates(_ person: Int) -> Bool {
    let from = aDay()
    let old = times.span(person, from)
    if old.length == 0 { return false }
    let to = isHeads() ? from : aDay()
    let range = grid.firstStart[to]..<grid.firstStart[to + 1]
    if range.isEmpty { return false }
    let new = Span(start: Int(grid.startSlot[range.lowerBound + random.below(range.count)]), length: old.length)
    if to == from { return replaces(person, from, new) }
    if times.span(person, to).length > 0 { return false }
    let cost = times.put(person, from, .none)
    return times.isLawful(person, to, new) && accepts(cost + times.put(person, to, new))
  }

  private func replaces(_ person: Int, _ day: Int, _ new: Span) -> Bool {
    guard times.isLawful(person, day, new) else { return false }
    let cost = times.put(person, day, new)
    return times.keepsHours(person) && accepts(cost)
  }

  /// Whole duties of one day change hands.
  private func exchanges(_ person: Int, _ other: Int) -> Bool {
    let day = aDay()
    return trades(person, other, day, times.span(other, day), times.span(person, day))
  }

  /// The later parts of two duties of one day change hands.
  private func exchangesEnds(_ person: Int, _ other: Int) -> Bool {
    let day = aDay()
    let one = times.span(person, day)
    let two = times.span(other, day)
    if one.length == 0 || two.length == 0 { return false }
    return trades(
      person, other, day, Span(start: one.start, length: two.end - one.start),
      Span(start: two.start, length: one.end - two.start))
  }

  private func trades(_ person: Int, _ other: Int, _ day: Int, _ one: Span, _ two: Span) -> Bool {
    if person == other || (one.length == 0 && two.length == 0) { return false }
    var cost = times.put(person, day, .none) + times.put(other, day, .none)
    if one.length != 0 && !times.isLawful(person, day, one) { return false }
    if two.length != 0 && !times.isLawful(other, day, two) { return false }
    cost += times.put(person, day, one) + times.put(other, day, two)
    return times.keepsHours(person) && times.keepsHours(other) && accepts(cost)
  }

  /// One gives a duty to the other and gets one of another day.
  private func handsOver(_ person: Int, _ other: Int) -> Bool {
    let day = aDay()
    let back = aDay()
    if day == back || person == other { return false }
    let given = times.span(person, day)
    let taken = times.span(other, back)
    if given.length == 0 || taken.length == 0 { return false }
    if times.span(other, day).length > 0 || times.span(person, back).length > 0 { return false }
    var cost = times.put(person, day, .none) + times.put(other, back, .none)
    guard times.isLawful(other, day, given), times.isLawful(person, back, taken) else { return false }
    cost += times.put(other, day, given) + times.put(person, back, taken)
    return times.keepsHours(person) && times.keepsHours(other) && accepts(cost)
  }
}
