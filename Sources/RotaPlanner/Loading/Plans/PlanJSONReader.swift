/// Reads `plan.json` (docs/plan-format.md); every fault in it is reported at its line and column.
struct PlanJSONReader {
  let file: String
  let bytes: [UInt8]
  let issues: IssueCollector
  private let places: PositionIndex

  init(file: String, bytes: [UInt8], issues: IssueCollector) {
    self.file = file
    self.bytes = bytes
    self.issues = issues
    places = PositionIndex(bytes)
  }

  /// The document; nil when nothing can be made of the file.
  func document() -> PlanDocument? {
    let root: JSONNode
    do { root = try JSONParser.parse(bytes) } catch {
      issues.add(Issue(.planSyntax, at: location(error.offset)))
      return nil
    }
    guard isOurs(root) else { return nil }
    if let format = root["scenario_format"] {
      issues.add(Issue(.planOfInstance, at: location(format.offset), found: format.text ?? "?"))
      return nil
    }
    let before = issues.issues.count
    only(
      root,
      [
        "format", "version", "scenario", "fingerprint", "first_day", "days", "slot_minutes", "status", "objective",
        "bound", "gap", "seconds", "seed", "work", "names", "openings", "duties", "visits", "runs",
      ])
    let document = PlanDocument(
      heading: heading(root), names: names(root),
      openings: list(root, "openings", orNull: true, opening), duties: list(root, "duties", duty) ?? [],
      served: list(root, "visits", orNull: true, visits), runs: list(root, "runs", run) ?? [], labels: labels(root))
    return issues.issues.count == before ? document : nil
  }

  private func isOurs(_ root: JSONNode) -> Bool {
    func shown(_ key: String) -> String {
      switch root[key]?.content {
      case .string(let text): return text
      case .number(let text): return text
      default: return "?"
      }
    }
    let (found, expected) = ("\(shown("format")) \(shown("version"))", "\(PlanDocument.format) \(PlanDocument.version)")
    if found == expected { return true }
    issues.add(Issue(.planFormat, at: location(root.offset), found: found, expected: expected))
    return false
  }

  // MARK: - Parts

  private func heading(_ root: JSONNode) -> DocumentHeading? {
    let scenario = string(root, "scenario")
    let fingerprint = string(root, "fingerprint")
    let firstDay = date(root, "first_day")
    let days = integer(root, "days")
    let slotMinutes = integer(root, "slot_minutes")
    let account = account(root)
    guard let scenario, let fingerprint, let firstDay, let days, let slotMinutes, let account else { return nil }
    return DocumentHeading(
      scenario: scenario, fingerprint: fingerprint, firstDay: firstDay, days: days, slotMinutes: slotMinutes,
      account: account)
  }

  private func account(_ root: JSONNode) -> DocumentAccount? {
    let status = read(root, "status", "expected.json.status") { node in
      node.text.flatMap { ["optimal", "feasible", "infeasible", "unknown"].contains($0) ? $0 : nil }
    }
    let seconds = number(root, "seconds")
    let work = integer(root, "work")
    let seed = read(root, "seed", "expected.json.integer", { UInt64($0.digits ?? "") })
    guard let status, let seconds, let work, let seed else { return nil }
    let account = DocumentAccount(
      status: status, objective: isNull(root["objective"]) ? nil : number(root, "objective"),
      bound: isNull(root["bound"]) ? nil : number(root, "bound"), seconds: seconds, seed: seed, work: work)
    checkGap(root, account)
    return account
  }

  /// The gap follows from objective and bound: where it does not, one of the three was changed.
  private func checkGap(_ root: JSONNode, _ account: DocumentAccount) {
    guard let node = root["gap"] else { return }
    let gap = isNull(node) ? nil : number(root, "gap")
    if !isNull(node), gap == nil { return }
    if let gap, let expected = account.gap, abs(gap - expected) <= 1e-9 * max(1, abs(expected)) { return }
    if gap == nil, account.gap == nil { return }
    func shown(_ number: Double?) -> String { number.map { "\($0)" } ?? "null" }
    issues.add(
      Issue(.planGapWrong, at: location(node.offset), found: shown(gap), expected: shown(account.gap)))
  }

  /// Reports the members of an object that are none of these: what is not read must not look as if it were.
  private func only(_ node: JSONNode, _ known: [String]) {
    guard case .object(let members) = node.content else { return }
    for member in members where !known.contains(member.key) {
      let fix = didYouMean(member.key, among: known).map { Message("fix.didYouMean", ["guess": $0]) }
      issues.add(
        Issue(
          .planUnknownMember, at: location(member.value.offset), found: CellFault.shortened(member.key), fix: fix,
          ["known": known]))
    }
  }

  private func labels(_ root: JSONNode) -> [WrittenLabel] {
    let lists: [(String, WrittenLabel.Kind)] = [
      ("stations", .station), ("staff", .staff), ("vehicles", .vehicle), ("sites", .site), ("goods", .goods),
    ]
    return lists.flatMap { key, kind -> [WrittenLabel] in
      guard case .array(let nodes)? = root["names"]?[key]?.content else { return [] }
      return nodes.flatMap { node -> [WrittenLabel] in
        guard let id = node["id"]?.text else { return [] }
        return [("name", kind), ("contact", .contact)].compactMap { member, kind in
          node[member].flatMap { value in
            value.text.map { WrittenLabel(kind, id: id, text: $0, at: location(value.offset, heading: member)) }
          }
        }
      }
    }
  }

  private func names(_ root: JSONNode) -> DocumentNames {
    guard let names = root["names"], case .object = names.content else {
      report(root, "names", "expected.json.object")
      return .none
    }
    only(names, ["stations", "staff", "vehicles", "sites", "goods"])
    func list(_ key: String) -> [NamedID] {
      var lines: [String: Int] = [:]
      return self.list(names, key) { node in
        only(node, key == "sites" ? ["id", "name", "contact"] : ["id", "name"])
        let id = string(node, "id")
        if let id, let line = lines.updateValue(location(node.offset).line ?? 0, forKey: id) {
          issues.add(Issue(.planTwice, at: location(node.offset), found: id, ["line": line]))
        }
        let name = string(node, "name")
        let contact = node["contact"] == nil ? "" : string(node, "contact")
        guard let id, let name, let contact else { return nil }
        return NamedID(id: id, name: name, contact: contact)
      } ?? []
    }
    return DocumentNames(
      stations: list("stations"), staff: list("staff"), vehicles: list("vehicles"), sites: list("sites"),
      goods: list("goods"))
  }

  private func opening(_ node: JSONNode) -> DocumentOpening? {
    only(node, ["station", "start", "end", "opening"])
    let station = id(node, "station")
    let interval = interval(node)
    let isStaffed = read(
      node, "opening", "expected.json.opening", { ["staffed": true, "selfService": false][$0.text ?? ""] })
    guard let station, let interval, let isStaffed else { return nil }
    return DocumentOpening(station: station, interval: interval, isStaffed: isStaffed)
  }

  private func duty(_ node: JSONNode) -> DocumentDuty? {
    only(node, ["staff", "segments"])
    let staff = id(node, "staff")
    let segments = list(node, "segments", segment)
    guard let staff, let segments else { return nil }
    return DocumentDuty(staff: staff, segments: segments)
  }

  private func segment(_ node: JSONNode) -> DocumentSegment? {
    guard (node["station"] == nil) != (node["vehicle"] == nil) else {
      issues.add(Issue(.planPlace, at: location(node.offset)))
      return nil
    }
    let isStation = node["station"] != nil
    only(node, [isStation ? "station" : "vehicle", "start", "end"])
    let place = id(node, isStation ? "station" : "vehicle")
    let interval = interval(node)
    guard let place, let interval else { return nil }
    return DocumentSegment(place: isStation ? .station(place) : .vehicle(place), interval: interval)
  }

  private func visits(_ node: JSONNode) -> DocumentVisits? {
    let source =
      node["visit_row"] != nil ? ["visit_row", "window_start"] : ["worker_group", "pattern_day", "break_start"]
    only(node, ["station", "slot_start", "visits"] + source)
    let demand = demand(node)
    let station = id(node, "station")
    let start = minute(node, "slot_start")
    let count = integer(node, "visits")
    guard let demand, let station, let start, let count else { return nil }
    return DocumentVisits(demand: demand, station: station, slotStart: start, count: count)
  }

  private func demand(_ node: JSONNode) -> WrittenDemand? {
    if node["visit_row"] != nil {
      let row = integer(node, "visit_row")
      let start = minute(node, "window_start")
      guard let row, let start else { return nil }
      return .table(row: row, start: start)
    }
    let group = string(node, "worker_group")
    let day = date(node, "pattern_day")
    let start = minute(node, "break_start")
    guard let group, let day, let start else { return nil }
    return .group(id: group, patternDay: day, start: start)
  }

  private func run(_ node: JSONNode) -> DocumentRun? {
    only(node, ["vehicle", "start", "end", "stops"])
    let vehicle = id(node, "vehicle")
    let interval = interval(node)
    let stops = list(node, "stops", stop)
    guard let vehicle, let interval, let stops else { return nil }
    return DocumentRun(vehicle: vehicle, interval: interval, stops: stops)
  }

  private func stop(_ node: JSONNode) -> DocumentStop? {
    only(node, ["site", "arrival", "service_start", "kits"])
    let site = id(node, "site")
    let arrival = minute(node, "arrival")
    let serviceStart = minute(node, "service_start")
    let kits = list(node, "kits", kits)
    guard let site, let arrival, let serviceStart, let kits else { return nil }
    return DocumentStop(site: site, arrival: arrival, serviceStart: serviceStart, kits: kits)
  }

  private func kits(_ node: JSONNode) -> DocumentKits? {
    only(node, ["goods", "count"])
    let goods = id(node, "goods")
    let count = integer(node, "count")
    guard let goods, let count else { return nil }
    return DocumentKits(goods: goods, count: count)
  }

  // MARK: - Values

  private func interval(_ node: JSONNode) -> WrittenInterval? {
    let start = minute(node, "start")
    let end = minute(node, "end")
    guard let start, let end else { return nil }
    guard start < end else {
      issues.add(Issue(.planEndBeforeStart, at: location(node.offset), found: end.description))
      return nil
    }
    return WrittenInterval(start, end)
  }

  private func id(_ node: JSONNode, _ key: String) -> WrittenID? {
    read(node, key, "expected.json.text") { value in value.text.map { WrittenID($0, at: location(value.offset)) } }
  }

  private func string(_ node: JSONNode, _ key: String) -> String? { read(node, key, "expected.json.text", \.text) }

  private func integer(_ node: JSONNode, _ key: String) -> Int? {
    read(node, key, "expected.json.integer") { $0.digits.flatMap { Int($0) } }
  }

  private func number(_ node: JSONNode, _ key: String) -> Double? {
    read(node, key, "expected.json.number") { $0.digits.flatMap { Double($0) } }
  }

  private func date(_ node: JSONNode, _ key: String) -> CalendarDate? {
    read(node, key, "expected.json.date") { $0.text.flatMap { LocalMinute.date($0[...]) } }
  }

  private func minute(_ node: JSONNode, _ key: String) -> LocalMinute? {
    read(node, key, "expected.json.minute") { $0.text.flatMap { LocalMinute($0) } }
  }

  private func isNull(_ node: JSONNode?) -> Bool {
    if case .null = node?.content { return true }
    return false
  }

  /// The elements of a list; nil when it is no list, which is reported, or null where that is allowed.
  private func list<Element>(
    _ node: JSONNode, _ key: String, orNull: Bool = false, _ element: (JSONNode) -> Element?
  ) -> [Element]? {
    if orNull, isNull(node[key]) { return nil }
    guard case .array(let nodes) = node[key]?.content else {
      report(node, key, "expected.json.list")
      return nil
    }
    return nodes.compactMap(element)
  }

  private func read<Value>(
    _ node: JSONNode, _ key: String, _ expected: String, _ value: (JSONNode) -> Value?
  ) -> Value? {
    if let member = node[key], let value = value(member) { return value }
    report(node, key, expected)
    return nil
  }

  private func report(_ node: JSONNode, _ key: String, _ expected: String) {
    let place = location(node[key]?.offset ?? node.offset)
    issues.add(Issue(.planMember, at: place, subject: key, expected: Message(expected)))
  }

  private func location(_ offset: Int, heading: String? = nil) -> SourceLocation {
    places.position(of: offset).location(in: file, heading: heading)
  }
}

extension JSONNode {
  fileprivate var text: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// A number's text; also of a number written as text, as numbers beyond 2^63 are.
  fileprivate var digits: String? {
    if case .number(let text) = content { return text }
    return text.flatMap { UInt64($0) == nil ? nil : $0 }
  }
}
