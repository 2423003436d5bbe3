/// Lists of stations, each kept once: where everybody may serve everywhere, a list for each person would take stations x staff.
final class StationLists {
  private var known: Set<[Int]> = []

  /// The same numbers in the memory of the first such list.
  func shared(_ list: [Int]) -> [Int] { known.insert(list).memberAfterInsert }
}
