/// The stages of the search for a rota with several places: who works when is settled first, with all places made one, where steps are
/// cheap; then the places of those duties; then both together.
///
/// On the published instances nearly all of the objective comes from the times of the duties, hardly any from the places. With
/// one place there is only the last stage, in several coolings of growing length: a short one is often enough for a proof.
final class SlotStages {
  private let whole: SlotSearch
  private let pooled: SlotSearch?
  private var stage: Stage

  private enum Stage { case first, times, places, all }

  /// Parts of the effort at which stages end.
  private static let firstEnds = 0.04
  private static let timesEnd = 0.35
  private static let placesEnd = 0.55
  /// How far the temperature has fallen when a stage begins that mends what another one left.
  private static let warmPlaces = 0.4
  private static let warmAll = 0.7
  /// Parts of the effort at which coolings end where there is one place.
  private static let coolings = [0.1, 0.35, 1]

  init(_ problem: SlotProblem, seed: UInt64, threads: Int) {
    whole = SlotSearch(problem, seed: seed, threads: threads)
    pooled =
      problem.placeCount > 1
      ? SlotSearch(problem.pooled, priced: problem, seed: seed, threads: threads) : nil
    stage = pooled == nil ? .all : .first
  }

  /// The best rota so far and its worth.
  var best: (rota: SlotRota, shortage: Int, penalty: Int) { whole.best }

  /// Work done so far.
  var work: Int { whole.work + (pooled?.work ?? 0) }

  /// Makes the first rota; false when someone has no lawful roster at all.
  func construct() -> Bool { whole.construct() }

  /// One round of the stage that is due after this part of the effort (0 to 1).
  func advance(progress: Double) {
    guard let pooled else {
      whole.advance(progress: Self.cooling(progress))
      return
    }
    enterStage(progress, pooled)
    switch stage {
    case .first: whole.advance(progress: progress)
    case .times: pooled.advance(progress: progress / Self.timesEnd)
    case .places: whole.advance(progress: Self.within(Self.timesEnd, Self.placesEnd, progress, from: Self.warmPlaces))
    case .all: whole.advance(progress: Self.within(Self.placesEnd, 1, progress, from: Self.warmAll))
    }
  }

  private func enterStage(_ progress: Double, _ pooled: SlotSearch) {
    if stage == .first, whole.best.shortage == 0 || progress >= Self.firstEnds {
      stage = pooled.construct() ? .times : .all
    }
    if stage == .times, progress >= Self.timesEnd {
      whole.begin(withTimesOf: pooled.best.rota)
      whole.keepsTimes = true
      stage = .places
    }
    if stage == .places, progress >= Self.placesEnd {
      whole.keepsTimes = false
      stage = .all
    }
  }

  /// How far the present cooling is after this part of the effort.
  private static func cooling(_ progress: Double) -> Double {
    let number = coolings.firstIndex { progress < $0 } ?? coolings.count - 1
    return within(number == 0 ? 0 : coolings[number - 1], coolings[number], progress, from: 0)
  }

  /// How far the temperature has fallen at a point between the begin and the end of a stage.
  private static func within(_ begin: Double, _ end: Double, _ progress: Double, from start: Double) -> Double {
    start + (1 - start) * (progress - begin) / (end - begin)
  }
}
