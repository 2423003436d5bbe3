/// Prices of the objective's terms in units; one unit is one ordinary visit. Tiers of domain facts 7.5.
struct Weights: Hashable, Sendable {
  /// O1: an hour of promised opening not kept.
  let promiseHour: Score
  /// O2: an hour in which a refuge station is not open inside host hours on a refuge day.
  let refugeHour: Score
  /// O5: a trade that no kit has reached.
  let tradeMissed: Score
  /// O6: a burden point above the fair allowance, by `BurdenClass.rawValue`.
  let burdenPoint: [Score]
  /// O8: one yuan spent.
  let yuan: Score
  /// O9: an hour of guaranteed hours not rostered.
  let guaranteedHour: Score
  /// O10: an hour worked at a station that is not a home station.
  let awayHour: Score
  /// O11: a kilometre driven, per metre.
  let metre: Score
  /// O12: an opening of a station too many on a day.
  let extraOpening: Score
  /// O13: a promised day of a station that is not kept whole.
  let brokenDay: Score
}

/// How burdens are shared (rule O6).
struct Fairness: Hashable, Sendable {
  /// Points each person may carry in the horizon before they are priced, by `BurdenClass.rawValue`, for everybody;
  /// a person above the ledger's average gets that much less, one below that much more (never below 0).
  let allowance: [Int]
  /// Minute of the day from which work is an evening burden (19:00).
  let eveningFrom: Minutes
  /// Minute of the day before which a start is an early burden (7:00).
  let earlyBefore: Minutes
}
