/// Where something is, as typed: metres on a local grid, or degrees in two columns or one.
enum PlaceDraft: Hashable, Sendable {
  case grid(Position)
  case degrees(GeographicPoint)

  static let east = Column("east", "东向米")
  static let north = Column("north", "北向米")
  static let latitude = Column("latitude", "纬度", aliases: ["lat"])
  static let longitude = Column("longitude", "经度", aliases: ["lon", "lng"])
  static let coordinates = Column("coordinates", "坐标", aliases: ["经纬度", "location"])
  static let columns = [east, north, latitude, longitude, coordinates]

  /// Reads whichever columns are filled; a half-filled pair and a second place are reported.
  init?(_ row: TableRow) {
    let kinds = [[Self.east, Self.north], [Self.latitude, Self.longitude], [Self.coordinates]].compactMap { columns in
      columns.first { !row.text($0).isEmpty }
    }
    if kinds.count > 1 {
      row.issues.add(Issue(.placeGivenTwice, at: row.location(kinds[1]), found: kinds.map(\.id)))
      return nil
    }
    let metres = CellType<Int>.integer(in: -10_000_000...10_000_000)
    if let (east, north) = Self.pair(row, Self.east, metres, Self.north, metres) {
      self = .grid(Position(east: east, north: north))
    } else if let (latitude, longitude) = Self.pair(
      row, Self.latitude, .fixedPoint(decimals: 6, in: -90_000_000...90_000_000), Self.longitude,
      .fixedPoint(decimals: 6, in: -180_000_000...180_000_000))
    {
      self = .degrees(GeographicPoint(latitude: latitude, longitude: longitude))
    } else if let point = row.optional(Self.coordinates, .coordinates) {
      self = .degrees(point)
    } else {
      return nil
    }
  }

  private static func pair(
    _ row: TableRow, _ first: Column, _ firstType: CellType<Int>, _ second: Column, _ secondType: CellType<Int>
  ) -> (Int, Int)? {
    guard !row.text(first).isEmpty || !row.text(second).isEmpty else { return nil }
    guard let one = row.required(first, firstType), let two = row.required(second, secondType) else { return nil }
    return (one, two)
  }
}
