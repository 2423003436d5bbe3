/// The cover that branching leaves possible on one row; both ends count.
struct RowRange: Sendable, Hashable {
  var low: Int
  var high: Int
}
