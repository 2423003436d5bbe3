/// The forecast and the rules that follow from it.
public struct Heat: Hashable, Sendable {
  /// Forecast maximum per planned day, tenths of a degree Celsius.
  public let forecast: [Int]
  /// Bands by rising temperature; the first starts at Int.min. A day is in the last band that starts at or below its forecast.
  public let bands: [HeatBand]
  /// The hottest window of a day as minutes of the day (default 12:00-15:00).
  public let hottestWindow: Interval
  /// The hours whose demand takes `middayVisitPercent` (default 12:00-16:00).
  public let middayWindow: Interval
  /// Of 100 people of a stopped group, how many use a station in the stop (default 50).
  public let stopSharePercent: Int

  /// The band of planned day `day`.
  public func band(ofDay day: Int) -> HeatBand { bands.last { $0.fromTenths <= forecast[day] } ?? bands[0] }
  /// The hottest window of planned day `day` on the horizon's clock.
  public func hottestWindow(ofDay day: Int) -> Interval { hottestWindow.shifted(by: day * minutesPerDay) }
}

/// What a range of daily maxima does (domain facts 3.1 and 3.3).
public struct HeatBand: Hashable, Sendable {
  /// First temperature of the band, tenths of a degree.
  public let fromTenths: Int
  /// Visits of employed groups outside midday, percent of the pattern's.
  public let visitPercent: Int
  /// Visits of employed groups whose break's middle lies in the midday window, percent.
  public let middayVisitPercent: Int
  /// Visits of the self-employed outside midday, percent.
  public let selfEmployedPercent: Int
  /// Visits of the self-employed at midday, percent.
  public let selfEmployedMiddayPercent: Int
  /// Minutes by which the breaks of employed groups are lengthened.
  public let lengthenBreakMinutes: Minutes
  /// Whether employed groups stop in the hottest window, which becomes one break.
  public let stopsHottestWindow: Bool
  /// Whether every station is a refuge, so that a closed one is priced (O2).
  public let refuge: Bool
  /// Whether delivery runs are banned all day.
  public let bansRuns: Bool
  /// Whether runs are banned from the hottest window.
  public let bansRunsInHottestWindow: Bool
  /// Most crew minutes a day on runs; nil: no limit.
  public let crewMinutes: Minutes?
  /// Whether crews may work no overtime on this day.
  public let bansCrewOvertime: Bool
  /// Whether pregnant and minor staff are barred from crews.
  public let barsProtected: Bool
  /// Longest service at a stop without an indoor rest place; nil: no limit.
  public let outdoorStopMinutes: Minutes?
  /// Whether crew duty counts as a hot burden.
  public let isHot: Bool
}
