/// Names and table order of ids; an id without a name is its own, and comes after all that have one.
struct NameRanks {
  /// Rank of an id without a name.
  static let unknown = 1 << 30

  let stations: Ranks
  let staff: Ranks
  let vehicles: Ranks
  let sites: Ranks
  let goods: Ranks

  init(_ names: DocumentNames) {
    stations = Ranks(names.stations)
    staff = Ranks(names.staff)
    vehicles = Ranks(names.vehicles)
    sites = Ranks(names.sites)
    goods = Ranks(names.goods)
  }

  /// One kind of things.
  struct Ranks {
    private let known: [String: (named: NamedID, rank: Int)]

    init(_ list: [NamedID]) {
      known = Dictionary(
        list.enumerated().map { ($1.id, (named: $1, rank: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ id: String) -> (named: NamedID, rank: Int) {
      known[id] ?? (NamedID(id: id, name: ""), NameRanks.unknown)
    }
  }
}
