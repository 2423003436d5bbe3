import Testing

@testable import RotaPlanner

@Suite struct PlanFolderTests {
  private let fixture = PlanExportFixture()

  private func folder(_ csv: CSVWriter = CSVWriter(), _ language: Language = .english) -> PlanFolder {
    PlanFolder(
      fixture.document, scenario: fixture.scenario, demand: fixture.demand, report: fixture.report, csv: csv,
      messages: MessageCatalogue(language))
  }

  @Test func planJsonIsCanonical() {
    #expect(fixture.document.json == PlanFolderTests.golden)
  }

  @Test func theFolderReadsBackAsTheSamePlan() throws {
    let place = try TemporaryFolder()
    try folder().write(to: place.path + "/plan", replacing: false)
    #expect(
      place.names == [
        "plan", "plan/coverage.csv", "plan/hours.csv", "plan/plan.json", "plan/rota.csv", "plan/runs.csv",
        "plan/shortages.csv", "plan/stations.csv",
      ])
    let read = try PlanReader.read(place.path + "/plan")
    #expect(read.heading == fixture.document.heading)
    #expect(read.names == fixture.document.names)
    let (bound, issues) = read.bound(to: fixture.scenario, demand: fixture.demand)
    #expect(issues.issues == [])
    #expect(bound.plan == fixture.plan.inDocumentOrder)
    #expect(read.json == fixture.document.json)
  }

  @Test(arguments: [(CSVWriter(), Language.english), (CSVWriter(), .chinese), (.excel(), .chinese)])
  func anEditedRotaIsReadBesideItsPlan(_ csv: CSVWriter, _ language: Language) throws {
    let place = try TemporaryFolder()
    try folder(csv, language).write(to: place.path + "/plan", replacing: false)
    let read = try PlanReader.read(place.path + "/plan/rota.csv")
    let (bound, issues) = read.bound(to: fixture.scenario, demand: fixture.demand)
    #expect(issues.issues == [])
    #expect(bound.duties == fixture.plan.inDocumentOrder.duties)
    #expect(bound.runs == fixture.plan.runs)
    #expect(bound.openings == nil && bound.served == nil && bound.plan == nil)
    let whole = completePlan(
      fixture.scenario, demand: fixture.demand, duties: bound.duties, runs: bound.runs)
    #expect(whole.openings[0][22] == .staffed)
  }

  @Test func onlyOurPlansAreReplaced() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/plan"
    try folder().write(to: path, replacing: false)
    #expect(throws: AtomicFiles.Failure.exists(folder: path)) { try folder().write(to: path, replacing: false) }
    try folder().write(to: path, replacing: true, extra: [("roster.csv", "P1,D,-\n")])
    #expect(try place.read("plan/roster.csv") == "P1,D,-\n")
    try place.write("mine", to: "plan/notes.txt")
    #expect(throws: AtomicFiles.Failure.foreign(folder: path, names: ["notes.txt"])) {
      try folder().write(to: path, replacing: true)
    }
  }

  private static let golden = """
    {
      "bound": 10,
      "days": 2,
      "duties": [
        {
          "segments": [
            {"end": "2026-07-06T10:00", "start": "2026-07-06T08:00", "station": "S02"},
            {"end": "2026-07-06T13:00", "start": "2026-07-06T10:00", "station": "S01"}
          ],
          "staff": "P1"
        },
        {
          "segments": [
            {"end": "2026-07-06T12:00", "start": "2026-07-06T09:00", "vehicle": "V1"}
          ],
          "staff": "P2"
        },
        {
          "segments": [
            {"end": "2026-07-07T00:00", "start": "2026-07-06T22:00", "station": "S01"},
            {"end": "2026-07-07T01:00", "start": "2026-07-07T00:00", "station": "S01"}
          ],
          "staff": "P3"
        }
      ],
      "fingerprint": "00",
      "first_day": "2026-07-06",
      "format": "rota-plan",
      "gap": 0.2,
      "names": {
        "goods": [
          {"id": "tea", "name": "凉茶"},
          {"id": "fan", "name": "Goods fan"}
        ],
        "sites": [
          {"contact": "张队长", "id": "D1", "name": "工地"}
        ],
        "staff": [
          {"id": "P2", "name": "李 梅"},
          {"id": "P1", "name": "=王强"},
          {"id": "P3", "name": "Ann"}
        ],
        "stations": [
          {"id": "S01", "name": "暖心驿站，北大街"},
          {"id": "S02", "name": "Bank \\"East\\""}
        ],
        "vehicles": [
          {"id": "V1", "name": "Van"}
        ]
      },
      "objective": 12.5,
      "openings": [
        {"end": "2026-07-06T13:00", "opening": "staffed", "start": "2026-07-06T10:00", "station": "S01"},
        {"end": "2026-07-06T22:00", "opening": "selfService", "start": "2026-07-06T20:00", "station": "S01"},
        {"end": "2026-07-07T01:00", "opening": "staffed", "start": "2026-07-06T22:00", "station": "S01"},
        {"end": "2026-07-07T04:00", "opening": "selfService", "start": "2026-07-07T01:00", "station": "S01"},
        {"end": "2026-07-06T10:00", "opening": "staffed", "start": "2026-07-06T08:00", "station": "S02"}
      ],
      "runs": [
        {
          "end": "2026-07-06T12:00",
          "start": "2026-07-06T09:00",
          "stops": [
            {
              "arrival": "2026-07-06T09:15",
              "kits": [
                {"count": 8, "goods": "tea"},
                {"count": 2, "goods": "fan"}
              ],
              "service_start": "2026-07-06T09:20",
              "site": "D1"
            }
          ],
          "vehicle": "V1"
        }
      ],
      "scenario": "fixture",
      "seconds": 1.25,
      "seed": 7,
      "slot_minutes": 60,
      "status": "feasible",
      "version": 1,
      "visits": [
        {"slot_start": "2026-07-06T09:00", "station": "S02", "visit_row": 2, "visits": 3, "window_start": "2026-07-06T09:00"},
        {"break_start": "2026-07-06T10:00", "pattern_day": "2026-07-06", "slot_start": "2026-07-06T10:00", "station": "S01", "visits": 4, "worker_group": "G1"}
      ],
      "work": 340
    }

    """
}

extension Plan {
  /// Duties by start, then staff, as every plan has them.
  fileprivate var inDocumentOrder: Plan {
    var plan = self
    plan.duties.sort { ($0.span.start, $0.staff) < ($1.span.start, $1.staff) }
    return plan
  }
}
