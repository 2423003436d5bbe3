/// Words that each stand for one of several things, looked up as people type them.
struct Vocabulary: Sendable {
  private var typed: [String: Int] = [:]
  private var keys: [String: Int] = [:]
  /// nil where a stem is that of words of two things, and so of neither.
  private var stems: [String: Int?] = [:]

  /// A vocabulary of things by their words; of things that share a word the first has it.
  init(_ things: [[String]]) {
    for (index, words) in things.enumerated() { add(words, of: index) }
  }

  /// Further words of a thing.
  mutating func add(_ words: some Sequence<String>, of index: Int) {
    for word in words {
      let folded = FoldedWord(word)
      if typed[word] == nil { typed[word] = index }
      if keys[folded.key] == nil { keys[folded.key] = index }
      if let other = stems[folded.stem], other != index {
        stems[folded.stem] = .some(nil)
      } else {
        stems[folded.stem] = index
      }
    }
  }

  /// The thing a word stands for: as typed, else as folded, else by its stem where only one thing has that; nil when there is none.
  func index(_ word: String) -> Int? {
    if let index = typed[word] { return index }
    let folded = FoldedWord(word)
    return keys[folded.key] ?? stems[folded.stem] ?? nil
  }
}
