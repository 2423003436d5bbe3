extension ScenarioValidation {
  /// The classes in use, sorted by id, their numbers checked against each other.
  func contractValues() -> [ContractDraft] {
    var used: [String: ContractDraft] = [:]
    let classes = classesByWord()
    for person in draft.staff {
      guard let contract = classes[person.contract] else {
        reportUnknownClass(person)
        continue
      }
      used[contract.id] = contract
    }
    let contracts = used.keys.sorted().compactMap { used[$0] }
    contracts.forEach(check)
    return contracts
  }

  private func classesByWord() -> [String: ContractDraft] {
    draft.ruleSet.contracts(named: Set(draft.staff.map(\.contract)))
  }

  private func reportUnknownClass(_ person: StaffDraft) {
    let known = draft.ruleSet.classes.map(\.id)
    let words = draft.ruleSet.classes.flatMap(\.words)
    let fix = didYouMean(person.contract, among: words).map { Message("fix.didYouMean", ["guess": $0]) }
    issues.add(
      Issue(
        .unknownReference, at: person.origin.location(StaffDraft.Columns.contract), found: person.contract, fix: fix,
        ["kind": Message("kind.class"), "known": known]))
  }

  private func check(_ contract: ContractDraft) {
    func order(_ lowKey: String, _ low: Int, _ highKey: String, _ high: Int) {
      guard low > high else { return }
      issues.add(
        Issue(
          .lowAboveHigh, at: contract.place, subject: contract.id,
          found: "\(lowKey) \(low)", expected: "\(highKey) \(high)"))
    }
    let limits = contract.limits
    order("minimum_duty", limits.minimumDutyMinutes, "maximum_duty", limits.maximumDutyMinutes)
    order("minimum_segment", limits.minimumSegmentMinutes, "maximum_duty", limits.maximumDutyMinutes)
    order("minimum_split", limits.minimumSplitMinutes, "maximum_split", limits.maximumSplitMinutes)
  }

  /// Staff in table order, and the contracts that they index.
  func staffValues(_ contracts: [ContractDraft]) -> (staff: [StaffMember], contracts: [Contract]) {
    let indices = Dictionary(uniqueKeysWithValues: contracts.enumerated().map { ($1.id, $0) })
    let absences = perPerson(draft.availability, AvailabilityDraft.Columns.staff) { ($0.staff, $0.origin) }
    let requests = perPerson(draft.requests, RequestDraft.Columns.staff) { ($0.staff, $0.origin) }
    let entries = ledgerEntries()
    let classes = classesByWord()
    var personal = PersonalContracts(contracts.map(\.limits), slotMinutes: horizon.slotMinutes)
    let staff = draft.staff.enumerated().map { index, person in
      var contract = 0
      if let found = classes[person.contract].flatMap({ indices[$0.id] }) {
        contract = personal.index(
          of: found, pregnant: person.isPregnant, month: person.pregnantMonth, nursing: person.nursedChildren,
          counts: person.weekCounts, splits: person.agreesToSplits)
        checkWeekCounts(person, contracts[found].limits)
      }
      checkProtection(person, absences[index])
      if contract < personal.contracts.count { checkWeekHours(person, personal.contracts[contract]) }
      let absence = absence(person, absences[index])
      return staffMember(
        person, contract: contract, available: available(person, absence), absence: absence,
        wishes: requests[index].flatMap(wishes), ledger: entries[index])
    }
    return (staff, personal.contracts)
  }

  private func staffMember(
    _ person: StaffDraft, contract: Int, available: [Interval], absence: Absence, wishes: [Wish],
    ledger: LedgerEntry
  ) -> StaffMember {
    let allowed = lists.shared(allowedStations(person))
    if allowed.isEmpty && !person.mayDeliver {
      issues.add(
        Issue(.staffWithoutPlace, at: person.origin.location(StaffDraft.Columns.stations), subject: person.id))
    }
    return StaffMember(
      id: person.id, name: person.name, contract: contract, homeStreet: person.homeStreet, allowedStations: allowed,
      homeStations: lists.shared(homeStations(person, allowed)), mayDeliver: person.mayDeliver,
      skills: person.skills.sorted(), isPregnant: person.isPregnant,
      pregnantMonth: person.isPregnant ? person.pregnantMonth : nil, nursedChildren: person.nursedChildren,
      isMinor: person.isMinor,
      isNightWorker: person.isNightWorker, maximumNightDuties: person.maximumNightDuties,
      weekCapMinutes: person.weekCapMinutes, guaranteedWeekMinutes: person.guaranteedWeekMinutes,
      available: available, absence: absence, payPerMinute: person.payPerMinute, wishes: wishes, ledger: ledger)
  }

  private func allowedStations(_ person: StaffDraft) -> [Int] {
    switch person.allowedStations {
    case .all: return Array(draft.stations.indices)
    case .none: return []
    case .street: return draft.stations.indices.filter { isHomeStreet(person, $0) }
    case .named(let names):
      let column = StaffDraft.Columns.stations
      return Set(names.compactMap { stations.index($0, at: person.origin.location(column), issues) }).sorted()
    }
  }

  /// The stations named, or else those of the home street; all allowed ones when neither is given, because then none is
  /// further from home than another.
  private func homeStations(_ person: StaffDraft, _ allowed: [Int]) -> [Int] {
    let column = StaffDraft.Columns.homeStations
    let named = person.homeStations.compactMap { stations.index($0, at: person.origin.location(column), issues) }
    for (id, index) in zip(person.homeStations, person.homeStations.map { stations[$0] }) {
      guard let index, !allowed.contains(index) else { continue }
      issues.add(Issue(.homeNotAllowed, at: person.origin.location(column), subject: person.id, found: id))
    }
    if !person.homeStations.isEmpty { return allowed.filter(Set(named).contains) }
    return person.homeStreet.isEmpty ? allowed : allowed.filter { isHomeStreet(person, $0) }
  }

  private func isHomeStreet(_ person: StaffDraft, _ station: Int) -> Bool {
    !person.homeStreet.isEmpty && draft.stations[station].street == person.homeStreet
  }

  private func absence(_ person: StaffDraft, _ rows: [AvailabilityDraft]) -> Absence {
    func spans(_ kind: AvailabilityDraft.Kind) -> [Interval] {
      rows.filter { $0.kind == kind }.flatMap {
        days.spans($0.hours, from: $0.firstDay, to: $0.lastDay, withTail: true)
      }
    }
    func cut(_ spans: [Interval]) -> [Interval] { days.cut(spans, withTail: true) }
    for row in rows {
      guard days.spans(row.hours, from: row.firstDay, to: row.lastDay, withTail: true).isEmpty else {
        days.warnIfFar(row.lastDay, row.origin.location(AvailabilityDraft.Columns.until), issues)
        continue
      }
      let place = row.origin.location(AvailabilityDraft.Columns.date)
      issues.add(days.outside(Self.dates(row.firstDay, row.lastDay), at: place))
    }
    let usual = cut(days.hours(person.available, withTail: true) + spans(.extra))
    let weekdays = person.available.reduce(into: WeekdaySet.none) { $0.formUnion($1.weekdays) }
    return Absence(
      usual: usual, weekdays: weekdays.weekdays, leave: cut(spans(.away)), antenatal: cut(spans(.antenatal)))
  }

  private func available(_ person: StaffDraft, _ absence: Absence) -> [Interval] {
    let taken = (absence.leave + absence.antenatal).normalised()
    let available = days.cut(absence.usual.subtracting(taken), withTail: true)
    if available.isEmpty {
      issues.add(Issue(.staffNeverAvailable, at: person.origin.location(), subject: person.id))
    }
    return available
  }

  private static func dates(_ first: CalendarDate, _ last: CalendarDate) -> String {
    first == last ? first.description : "\(first) - \(last)"
  }

  private func wishes(_ request: RequestDraft) -> [Wish] {
    let planned = days.days(request.firstDay, request.lastDay)
    if planned.isEmpty {
      let place = request.origin.location(RequestDraft.Columns.date)
      issues.add(days.outside(Self.dates(request.firstDay, request.lastDay), at: place))
    } else {
      days.warnIfFar(request.lastDay, request.origin.location(RequestDraft.Columns.until), issues)
    }
    return planned.map { day in
      Wish(
        kind: request.kind, day: day, interval: request.hours?.on(day) ?? horizon.interval(ofDay: day),
        weight: request.weight)
    }
  }

  /// The rows of a table by staff member; rows of unknown people and dates in the wrong order are reported.
  private func perPerson<Row: PersonRow>(
    _ rows: [Row], _ column: Column, _ key: (Row) -> (String, Origin)
  ) -> [[Row]] {
    var groups: [[Row]] = Array(repeating: [], count: draft.staff.count)
    for row in rows {
      let (id, origin) = key(row)
      if row.lastDay < row.firstDay {
        issues.add(
          Issue(
            .endBeforeStart, at: origin.location(Row.lastDayColumn), subject: id, found: row.lastDay.description,
            expected: row.firstDay.description))
      }
      if let index = staff.index(id, at: origin.location(column), issues) { groups[index].append(row) }
    }
    return groups
  }

  private func ledgerEntries() -> [LedgerEntry] {
    var entries = Array(repeating: LedgerEntry.blank, count: draft.staff.count)
    var lines: [Int: Int] = [:]
    for row in draft.ledger {
      let place = row.origin.location(LedgerDraft.Columns.staff)
      guard let index = staff.index(row.staff, at: place, issues) else { continue }
      if let line = lines[index] {
        issues.add(Issue(.duplicateRow, at: place, found: row.staff, ["line": line]))
      }
      lines[index] = place?.line ?? 0
      entries[index] = entry(row)
    }
    return entries
  }

  private func entry(_ row: LedgerDraft) -> LedgerEntry {
    let end = row.lastDutyEnd.map { time in
      (time.date.dayNumber - horizon.firstDay.dayNumber) * minutesPerDay + time.minutes
    }
    let station = row.lastDutyStation.flatMap {
      stations.index($0, at: row.origin.location(LedgerDraft.Columns.lastDutyStation), issues)
    }
    if let id = row.lastDutyStation, (end ?? 0) <= 0 {
      issues.add(
        Issue(
          .ledgerStationIdle, at: row.origin.location(LedgerDraft.Columns.lastDutyStation), subject: row.staff,
          found: id))
    }
    if let end, end > Self.longestCarriedWork {
      issues.add(
        Issue(.ledgerInHorizon, at: row.origin.location(LedgerDraft.Columns.lastDutyEnd), subject: row.staff))
    }
    days.warnIfFar(row.lastDutyEnd?.date, row.origin.location(LedgerDraft.Columns.lastDutyEnd), issues)
    if row.weekMinutes > 0, horizon.firstDay.weekday == 0 {
      issues.add(Issue(.ledgerWeekOnMonday, at: row.origin.location(LedgerDraft.Columns.week), subject: row.staff))
    }
    return LedgerEntry(
      lastDutyEnd: end, lastDutyStation: (end ?? 0) > 0 ? station : nil, consecutiveDays: row.consecutiveDays,
      weekMinutes: row.weekMinutes,
      monthOvertimeMinutes: row.monthOvertimeMinutes, referenceWeeks: row.referenceWeeks,
      referenceMinutes: row.referenceMinutes, burdens: row.burdens)
  }
}

/// A row about one person and a span of dates.
protocol PersonRow {
  var firstDay: CalendarDate { get }
  var lastDay: CalendarDate { get }
  static var lastDayColumn: Column { get }
}

extension AvailabilityDraft: PersonRow {
  static var lastDayColumn: Column { Columns.until }
}

extension RequestDraft: PersonRow {
  static var lastDayColumn: Column { Columns.until }
}
