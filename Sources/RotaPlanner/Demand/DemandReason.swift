/// Why visits are wanted at a station in a slot: one demand item that can be served there and then.
struct DemandReason: Hashable, Sendable {
  /// Index into `DerivedDemand.items`.
  let item: Int
  /// How it can be served there.
  let option: ServiceOption
  /// Whether `DemandOverview` counts its visits in this very place; otherwise a nearer station or an earlier slot does.
  let countsHere: Bool
}

extension DerivedDemand {
  /// Every item that can be served at the station in the slot: those that count there first, then in item order.
  func reasons(station: Int, slot: Int) -> [DemandReason] {
    let reasons = items.indices.compactMap { index -> DemandReason? in
      guard let option = items[index].options.first(where: { $0.station == station && $0.slot == slot }) else {
        return nil
      }
      return DemandReason(item: index, option: option, countsHere: items[index].nearestOption == option)
    }
    return reasons.filter(\.countsHere) + reasons.filter { !$0.countsHere }
  }
}
