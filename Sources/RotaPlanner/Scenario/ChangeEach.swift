extension MutableCollection {
  /// Changes each element in place.
  mutating func changeEach(_ change: (inout Element) -> Void) {
    var index = startIndex
    while index != endIndex {
      change(&self[index])
      formIndex(after: &index)
    }
  }
}
