extension ShiftSchedulingRoster {
  /// The text of `roster.csv`: for each person in the instance's order the id and, for each day, the shift's id or `-`.
  ///
  /// Ids stand in it as the instance has them, without quotes or guards, so that every reader of the format understands it.
  public func csv(_ instance: ShiftSchedulingInstance) -> String {
    zip(instance.people, shifts).map { person, roster in
      let cells = roster.map { $0.map { instance.shifts[$0].id } ?? Self.dayOff }
      return ([person.id] + cells).joined(separator: ",") + "\n"
    }.joined()
  }
}
