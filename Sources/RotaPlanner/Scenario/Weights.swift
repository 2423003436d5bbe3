/// Prices of the objective's terms in units; one unit is one ordinary visit. Tiers of domain facts 7.5.
struct Weights: Hashable, Sendable {
  /// O1: an hour of promised opening not kept.
  var promiseHour: Score
  /// O2: an hour in which a refuge station is not open inside host hours on a refuge day.
  var refugeHour: Score
  /// O5: a trade that no kit has reached.
  var tradeMissed: Score
  /// O6: a burden point above the fair allowance, by `BurdenClass.rawValue`.
  var burdenPoint: [Score]
  /// O8: one yuan spent.
  var yuan: Score
  /// O9: an hour of guaranteed hours not rostered.
  var guaranteedHour: Score
  /// O10: an hour worked at a station that is not a home station.
  var awayHour: Score
  /// O11: a kilometre driven, per metre.
  var metre: Score
  /// O12: an opening of a station too many on a day.
  var extraOpening: Score
  /// O13: a promised day of a station that is not kept whole.
  var brokenDay: Score
}

/// How burdens are shared (rule O6).
struct Fairness: Hashable, Sendable {
  /// Points each person may carry in the horizon before they are priced, by `BurdenClass.rawValue`, for everybody;
  /// a person above the ledger's average gets that much less, one below that much more (never below 0).
  var allowance: [Int]
  /// Minute of the day from which work is an evening burden (19:00).
  var eveningFrom: Minutes
  /// Minute of the day before which a start is an early burden (7:00).
  var earlyBefore: Minutes
}
