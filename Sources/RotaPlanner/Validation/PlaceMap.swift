import Foundation

/// Turns typed places into points of one grid in metres.
struct PlaceMap: Sendable {
  /// The first place in degrees, which becomes the grid's origin; nil when places are given in metres.
  private let origin: GeographicPoint?

  /// All places of a draft are given in one way: metres mixed with degrees are reported.
  init(_ draft: ScenarioDraft, _ issues: IssueCollector) {
    let places: [(PlaceDraft?, Origin)] =
      draft.stations.map { ($0.place, $0.origin) } + draft.workerGroups.map { ($0.place, $0.origin) }
      + draft.sites.map { ($0.place, $0.origin) } + draft.vehicles.map { ($0.place, $0.origin) }
    let known = places.compactMap { place, origin in place.map { ($0, origin) } }
    let first = known.first.map(\.0)
    if let odd = known.first(where: { !Self.sameKind($0.0, first) }) {
      issues.add(Issue(.coordinatesMixed, at: odd.1.location()))
    }
    origin = known.lazy.compactMap { place, _ in if case .degrees(let point) = place { point } else { nil } }.first
  }

  private static func sameKind(_ place: PlaceDraft, _ other: PlaceDraft?) -> Bool {
    switch (place, other) {
    case (.grid, .grid), (.degrees, .degrees): return true
    default: return false
    }
  }

  /// The point of a place. Degrees are laid on a plane that touches the earth at the origin, good to a few metres
  /// within a city.
  func position(_ place: PlaceDraft?) -> Position? {
    switch place {
    case nil: return nil
    case .grid(let position): return position
    case .degrees(let point):
      guard let origin else { return nil }
      let metresPerDegree = 111_195.0
      let north = Double(point.latitude - origin.latitude) / 1_000_000 * metresPerDegree
      let narrowing = cos(Double(origin.latitude) / 1_000_000 * Double.pi / 180)
      let east = Double(point.longitude - origin.longitude) / 1_000_000 * metresPerDegree * narrowing
      return Position(east: Int(east.rounded()), north: Int(north.rounded()))
    }
  }

  /// The length of a way in metres: the straight line lengthened by the detour, rounded half up.
  static func metres(_ from: Position, _ to: Position, detourPercent: Int) -> Int {
    (from.distance(to: to) * detourPercent + 50) / 100
  }

  /// Whole minutes for a way, rounded up.
  static func minutes(_ metres: Int, metresPerMinute: Int) -> Minutes {
    (metres + metresPerMinute - 1) / metresPerMinute
  }
}
