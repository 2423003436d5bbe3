extension ScenarioValidation {
  /// The stations in reach of each worker group, nearest first: as the reach table says; for groups it does not mention
  /// by distance; for those without a place, the stations of the same street.
  func reachLinks() -> [[ReachLink]] {
    let typed = typedReach()
    let positions = draft.stations.map { places.position($0.place) }
    return draft.workerGroups.enumerated().map { index, group in
      let links = typed[index] ?? measuredReach(group, positions) ?? streetReach(group)
      return links.sorted { ($0.walkMinutes, $0.station) < ($1.walkMinutes, $1.station) }
    }
  }

  private func typedReach() -> [[ReachLink]?] {
    var reach: [[ReachLink]?] = Array(repeating: nil, count: draft.workerGroups.count)
    var seen: [Pair: Int] = [:]
    let groups = Lookup("kind.group", groupRows, WorkerGroupDraft.Columns.id, IssueCollector())
    for row in draft.reach {
      let group = groups.index(row.group, at: row.origin.location(ReachDraft.Columns.group), issues)
      let station = stations.index(row.station, at: row.origin.location(ReachDraft.Columns.station), issues)
      guard let group, let station else { continue }
      let pair = Pair(group: group, station: station)
      let line = row.origin.location()?.line ?? 0
      if let first = seen[pair] {
        issues.add(
          Issue(
            .duplicateRow, at: row.origin.location(ReachDraft.Columns.station), found: "\(row.group), \(row.station)",
            ["line": first]))
        continue
      }
      seen[pair] = line
      reach[group, default: []].append(ReachLink(station: station, walkMinutes: row.walkMinutes))
    }
    return reach
  }

  private struct Pair: Hashable {
    let group: Int
    let station: Int
  }

  private var groupRows: [(id: String, origin: Origin)] { draft.workerGroups.map { ($0.id, $0.origin) } }

  private func measuredReach(_ group: WorkerGroupDraft, _ positions: [Position?]) -> [ReachLink]? {
    guard let start = places.position(group.place) else { return nil }
    let walking = draft.settings.walking
    let furthest = Self.furthest(walking)
    return positions.enumerated().compactMap { station, position in
      // Nearly all stations of a city are too far off in one direction alone, which needs no root.
      guard let position, abs(position.north - start.north) <= furthest, abs(position.east - start.east) <= furthest
      else { return nil }
      let metres = PlaceMap.metres(start, position, detourPercent: walking.detourPercent)
      let minutes = PlaceMap.minutes(metres, metresPerMinute: walking.metresPerMinute)
      return minutes <= walking.limitMinutes ? ReachLink(station: station, walkMinutes: minutes) : nil
    }
  }

  /// No way whose ends are further apart, in metres as the crow flies, can be walked within the limit.
  private static func furthest(_ walking: WalkingDraft) -> Int {
    guard walking.detourPercent > 0 else { return .max }
    return (walking.limitMinutes * walking.metresPerMinute * 100 + 49) / walking.detourPercent + 1
  }

  private func streetReach(_ group: WorkerGroupDraft) -> [ReachLink] {
    guard !group.street.isEmpty else { return [] }
    return draft.stations.enumerated().compactMap { index, station in
      guard station.street == group.street else { return nil }
      return ReachLink(station: index, walkMinutes: draft.settings.walking.sameStreetMinutes)
    }
  }
}

extension [[ReachLink]?] {
  fileprivate subscript(index: Int, default fallback: [ReachLink]) -> [ReachLink] {
    get { self[index] ?? fallback }
    set { self[index] = newValue }
  }
}
