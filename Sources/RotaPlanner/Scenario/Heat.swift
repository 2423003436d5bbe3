/// The forecast and the rules that follow from it.
struct Heat: Hashable, Sendable {
  /// Forecast maximum per planned day, tenths of a degree Celsius.
  var forecast: [Int]
  /// Bands by rising temperature; the first starts at Int.min. A day is in the last band that starts at or below its forecast.
  var bands: [HeatBand]
  /// The hottest window of a day as minutes of the day (default 12:00-15:00).
  var hottestWindow: Interval
  /// The hours whose demand takes `middayVisitPercent` (default 12:00-16:00).
  var middayWindow: Interval
  /// Of 100 people of a stopped group, how many use a station in the stop (default 50).
  var stopSharePercent: Int

  /// The band of planned day `day`.
  func band(ofDay day: Int) -> HeatBand { bands.last { $0.fromTenths <= forecast[day] } ?? bands[0] }
  /// The hottest window of planned day `day` on the horizon's clock.
  func hottestWindow(ofDay day: Int) -> Interval { hottestWindow.shifted(by: day * minutesPerDay) }
}

/// What a range of daily maxima does (domain facts 3.1 and 3.3).
struct HeatBand: Hashable, Sendable {
  /// First temperature of the band, tenths of a degree.
  var fromTenths: Int
  /// Visits of employed groups outside midday, percent of the pattern's.
  var visitPercent: Int
  /// Visits of employed groups whose break's middle lies in the midday window, percent.
  var middayVisitPercent: Int
  /// Visits of the self-employed outside midday, percent.
  var selfEmployedPercent: Int
  /// Visits of the self-employed at midday, percent.
  var selfEmployedMiddayPercent: Int
  /// Minutes by which the breaks of employed groups are lengthened.
  var lengthenBreakMinutes: Minutes
  /// Whether employed groups stop in the hottest window, which becomes one break.
  var stopsHottestWindow: Bool
  /// Whether every station is a refuge, so that a closed one is priced (O2).
  var refuge: Bool
  /// Whether delivery runs are banned all day.
  var bansRuns: Bool
  /// Whether runs are banned from the hottest window.
  var bansRunsInHottestWindow: Bool
  /// Most crew minutes a day on runs; nil: no limit.
  var crewMinutes: Minutes?
  /// Whether crews may work no overtime on this day.
  var bansCrewOvertime: Bool
  /// Whether pregnant and minor staff are barred from crews.
  var barsProtected: Bool
  /// Longest service at a stop without an indoor rest place; nil: no limit.
  var outdoorStopMinutes: Minutes?
  /// Whether crew duty counts as a hot burden.
  var isHot: Bool
}
