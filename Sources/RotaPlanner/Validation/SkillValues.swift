extension ScenarioValidation {
  /// A skill that a station or crew needs and nobody holds makes the place unusable: worth a warning.
  func checkSkills() {
    let held = draft.staff.flatMap(\.skills)
    let holdable = Set(held)
    func report(_ skill: String, of subject: String, at place: SourceLocation?) {
      let guess = NearWords.guess(skill, among: Array(holdable).sorted())
      issues.add(
        Issue(
          .skillHeldByNobody, at: place, subject: subject, found: skill,
          fix: guess.map { Message("fix.didYouMean", ["guess": $0]) }))
    }
    for station in draft.stations {
      for skill in station.neededSkills where !holdable.contains(skill) {
        report(skill, of: station.id, at: station.origin.location(StationDraft.Columns.skills))
      }
    }
    if let skill = draft.settings.delivery.driverSkill, !draft.sites.isEmpty, !holdable.contains(skill) {
      report(skill, of: "delivery.driver_skill", at: draft.settings.delivery.driverSkillPlace)
    }
    checkDrivers()
  }

  /// Who notes down that people can drive probably wants one in each vehicle.
  private func checkDrivers() {
    guard draft.settings.delivery.driverSkill == nil, !draft.vehicles.isEmpty, !draft.sites.isEmpty else { return }
    let drivers = draft.staff.filter { $0.skills.contains(where: Self.meansDriving) }
    guard let first = drivers.first, let skill = first.skills.first(where: Self.meansDriving) else { return }
    issues.add(
      Issue(
        .driverSkillUnset, at: first.origin.location(StaffDraft.Columns.skills), found: skill,
        ["count": drivers.count]))
  }

  private static func meansDriving(_ skill: String) -> Bool {
    let key = FoldedWord(skill).key
    return key.hasPrefix("driv")
      || ["driver", "driving", "驾", "司机", "开车"].contains { key.contains($0) && !key.contains("screwdriv") }
  }
}
