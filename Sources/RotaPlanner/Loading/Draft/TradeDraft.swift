/// What is usual for a trade, unless a worker group or site says otherwise.
struct TradeDraft: Hashable, Sendable {
  var words: [String]
  var pattern: String?
  var sharePercent = 40
  var dwellMinutes: Minutes = 15
  var employment = Employment.employed
  var visitWeight = Score(micro: 1_000_000)
  /// Whether goods with alcohol are barred; nil: nobody has said, so they are unless a site says otherwise.
  var alcoholFree: Bool?

  init(words: [String]) { self.words = words }

  /// The trade's name everywhere in the program.
  var id: String { words[0] }

  mutating func apply(_ mapping: YAMLMapping) {
    words += mapping.optional("words", .list) ?? []
    pattern = mapping.optional("pattern", .id) ?? pattern
    sharePercent = mapping.value("share", .percent(upTo: 100), default: sharePercent)
    dwellMinutes = mapping.value("dwell", .duration(in: 1...480), default: dwellMinutes)
    employment = mapping.value("employment", WorkerGroupDraft.employments, default: employment)
    visitWeight = mapping.value("weight", .units(), default: visitWeight)
    applyAlcohol(mapping)
  }

  /// A scenario may bar alcohol from a trade, but not let it back in.
  private mutating func applyAlcohol(_ mapping: YAMLMapping) {
    guard let typed = mapping.optional("alcohol_free", .boolean) else { return }
    if alcoholFree == true, !typed {
      mapping.issues.add(Issue(.alcoholBanKept, at: mapping.location("alcohol_free"), subject: id))
    }
    alcoholFree = alcoholFree == true || typed
  }

  /// Lays a `trades` mapping over the trades; one not known yet is added.
  static func apply(_ mapping: YAMLMapping, to trades: inout [TradeDraft]) {
    var vocabulary = Vocabulary(trades.map(\.words))
    for id in mapping.keys {
      let known = vocabulary.index(id)
      _ = mapping.mapping(id) { entry in
        var trade = known.map { trades[$0] } ?? TradeDraft(words: [id])
        let before = trade.words.count
        trade.apply(entry)
        trade.words =
          trade.words[..<before] + own(trade.words[before...], of: known, trade, among: trades, vocabulary, entry)
        let index = known ?? trades.count
        if known == nil { trades.append(trade) } else { trades[index] = trade }
        vocabulary.add(known == nil ? trade.words[...] : trade.words[before...], of: index)
      }
    }
  }

  /// The further words of a trade without those that are another trade's already: they stay that one's, which is reported.
  private static func own(
    _ words: ArraySlice<String>, of index: Int?, _ trade: TradeDraft, among trades: [TradeDraft],
    _ vocabulary: Vocabulary,
    _ entry: YAMLMapping
  ) -> [String] {
    words.filter { word in
      guard let owner = vocabulary.index(word), owner != index else { return true }
      let doubt = Doubt(reading: trades[owner].id, other: trade.id, fix: Message("fix.tradeWord"))
      entry.issues.add(doubt.issue(at: entry.location("words"), found: word, subject: entry.name("words")))
      return false
    }
  }
}
