/// Something of a scenario that a command names and the scenario does not have.
public struct UnknownName: Error, Hashable, Sendable {
  /// What is unknown and what there is instead.
  public let message: Message
}

extension Scenario {
  /// The index of the station with that id.
  public func station(named id: String) throws(UnknownName) -> Int {
    if let index = stations.firstIndex(where: { $0.id == id }) { return index }
    guard let guess = didYouMean(id, among: stations.map(\.id)) else {
      throw UnknownName(message: Message("demand.error.station", ["station": id]))
    }
    throw UnknownName(message: Message("demand.error.stationGuess", ["station": id, "guess": guess]))
  }

  /// The planned day that people mean by a date or a day of the week.
  public func day(named text: String) throws(UnknownName) -> Int {
    if let day = horizon.day(named: text) { return day }
    throw UnknownName(
      message: Message(
        "demand.error.day",
        [
          "day": text, "first": horizon.firstDay.description,
          "last": horizon.date(ofDay: horizon.days - 1).description,
        ]))
  }

  /// The minute of the horizon that people mean by a day and a time of day.
  public func minute(named text: String) throws(UnknownName) -> Minutes {
    if let minute = horizon.minute(named: text) { return minute }
    throw UnknownName(
      message: Message(
        "demand.error.time",
        [
          "time": text, "first": horizon.firstDay.description,
          "last": horizon.date(ofDay: horizon.days - 1).description,
        ]))
  }
}
