/// Where a row or column stands in the simplex basis. The raw values are GLPK's.
package enum BasisStatus: UInt8, Sendable {
  case basic = 1
  case atLower = 2
  case atUpper = 3
  /// Non-basic and without bounds, at zero.
  case free = 4
  /// Non-basic with equal bounds.
  case fixed = 5
}

/// Where all rows and columns stand, as GLPK's own numbers.
package struct SimplexBasis: Sendable {
  var rows: [UInt8]
  package var columns: [UInt8]
}
