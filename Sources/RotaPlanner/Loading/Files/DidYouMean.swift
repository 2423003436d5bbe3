/// The candidate that `word` is most likely a slip of; nil when none is near.
///
/// Case, spaces, `_` and `-` do not count. Of equally near candidates the first is taken.
/// Complexity: O(candidates · length²).
func didYouMean(_ word: String, among candidates: [String]) -> String? {
  let folded = foldedForComparison(word)
  guard !folded.isEmpty else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = foldedForComparison(candidate)
    if differOnlyInNumber(folded, other) { continue }
    let distance = editDistance(folded, other)
    let allowed = max(1, max(folded.count, other.count) / 3)
    guard distance <= allowed, distance < max(folded.count, other.count) else { continue }
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// Whether two words are numbered alike, as `p1` and `p9`: then one is no slip of the other.
private func differOnlyInNumber(_ first: [Character], _ second: [Character]) -> Bool {
  guard first != second else { return false }
  return first.filter { !$0.isNumber } == second.filter { !$0.isNumber }
}

private func foldedForComparison(_ word: String) -> [Character] { Array(FoldedWord(String(word.prefix(64))).key) }

/// The number of characters to insert, delete, replace or swap with their neighbour to turn one word into the other.
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in 1...first.count {
    var row = [i]
    row.reserveCapacity(second.count + 1)
    for j in 1...second.count {
      let replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
      var distance = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[second.count]
}
