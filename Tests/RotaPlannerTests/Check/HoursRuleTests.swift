import Testing

@testable import RotaPlanner

private func weeks(
  _ contract: Contract = .fixture(), firstDay: CalendarDate = .aMonday, cap: Minutes? = nil, night: Bool = false,
  ledger: LedgerEntry = .blank
) -> Scenario {
  .fixture(
    days: 14, firstDay: firstDay, contracts: [contract],
    staff: [.fixture(isNightWorker: night, weekCapMinutes: cap, ledger: ledger)])
}

/// Four hours on each of these days.
private func mornings(_ days: Int...) -> [Duty] { days.map { .at(8, 12, day: $0) } }

@Suite("R13 minutes of a week")
struct R13Tests {
  @Test("The person's cap, in the first and the last week")
  func cap() {
    let scenario = weeks(cap: 480)
    #expect(kinds(scenario, mornings(0, 6, 7, 13)) == [])
    #expect(kinds(scenario, mornings(0, 3, 6)) == [.week])
    #expect(kinds(scenario, mornings(13, 10, 7)) == [.week])
  }

  @Test("The contract's most, whichever is less")
  func contract() {
    let contract = Contract.fixture(maximumWeekMinutes: 480)
    #expect(kinds(weeks(contract), mornings(0, 1)) == [])
    #expect(kinds(weeks(contract), mornings(0, 1, 2)) == [.week])
    #expect(kinds(weeks(contract, cap: 240), mornings(0, 1)) == [.week])
    #expect(kinds(weeks(contract, cap: 720), mornings(0, 1, 2)) == [.week])
  }

  @Test("The ledger counts in week 0 only, and alone it breaks nothing")
  func ledger() {
    let scenario = weeks(cap: 480, ledger: .fixture(weekMinutes: 240))
    #expect(kinds(scenario, mornings(0, 7, 8)) == [])
    #expect(kinds(scenario, mornings(0, 1)) == [.week])
    let over = weeks(cap: 480, ledger: .fixture(weekMinutes: 600))
    #expect(kinds(over, mornings(7, 8)) == [])
    let found = check(over, demand: .none, plan: .of(over, mornings(0))).violations
    #expect(found.map(\.kind) == [.week])
    #expect(found.first?.measured == 840)
    #expect(found.first?.allowed == 600)
  }
}

@Suite("R14 overtime")
struct R14Tests {
  private let small = Contract.fixture(normalWeekMinutes: 480, overtimeMonthMinutes: 240)

  @Test("Minutes above the normal week add up over the month")
  func month() {
    #expect(kinds(weeks(small), mornings(0, 1, 2)) == [])
    #expect(kinds(weeks(small), mornings(0, 1, 2, 3)) == [.overtimeMonth])
    #expect(kinds(weeks(small), mornings(0, 1, 7, 8)) == [])
    #expect(kinds(weeks(small), mornings(0, 1, 2, 7, 8, 9)) == [.overtimeMonth])
  }

  @Test("A week counts in the month of its first day")
  func months() {
    let lastOfJuly = CalendarDate(year: 2026, month: 7, day: 27)!
    #expect(kinds(weeks(small, firstDay: lastOfJuly), mornings(0, 1, 2, 7, 8, 9)) == [])
    #expect(kinds(weeks(small, firstDay: lastOfJuly), mornings(0, 1, 2, 3, 7, 8, 9)) == [.overtimeMonth])
    #expect(kinds(weeks(small, firstDay: lastOfJuly), mornings(0, 1, 2, 7, 8, 9, 10)) == [.overtimeMonth])
  }

  @Test("Minutes above the normal day count where they are more")
  func days() {
    let contract = Contract.fixture(normalDayMinutes: 180, overtimeMonthMinutes: 120)
    #expect(kinds(weeks(contract), mornings(0, 1)) == [])
    #expect(kinds(weeks(contract), mornings(0, 1, 8)) == [.overtimeMonth])
  }

  @Test("The ledger's overtime stands in the first month")
  func ledger() {
    let before = LedgerEntry.fixture(monthOvertimeMinutes: 60)
    #expect(kinds(weeks(small, ledger: before), mornings(0, 1)) == [])
    #expect(kinds(weeks(small, ledger: before), mornings(0, 1, 2)) == [.overtimeMonth])
    let week = LedgerEntry.fixture(weekMinutes: 240)
    #expect(kinds(weeks(small, ledger: week), mornings(0, 1)) == [])
    #expect(kinds(weeks(small, ledger: week), mornings(0, 1, 2)) == [.overtimeMonth])
  }

  @Test("What the ledger alone makes is no breach, but nothing may be added")
  func ledgerAlone() {
    let before = LedgerEntry.fixture(weekMinutes: 600, monthOvertimeMinutes: 300)
    #expect(kinds(weeks(small, ledger: before), []) == [])
    #expect(kinds(weeks(small, ledger: before), mornings(0)) == [.overtimeMonth])
  }

  @Test("No overtime where none is allowed")
  func none() {
    let contract = Contract.fixture(normalWeekMinutes: 480, overtimeDayMinutes: 0, overtimeMonthMinutes: nil)
    #expect(kinds(weeks(contract), mornings(0, 1, 7, 8)) == [])
    #expect(kinds(weeks(contract), mornings(0, 1, 2)) == [.overtimeForbidden])
    #expect(kinds(weeks(contract), mornings(7, 8, 9)) == [.overtimeForbidden])
    let over = LedgerEntry.fixture(weekMinutes: 600)
    #expect(kinds(weeks(contract, ledger: over), []) == [])
    #expect(kinds(weeks(contract, ledger: over), mornings(0)) == [.overtimeForbidden])
    #expect(kinds(weeks(contract, ledger: over), mornings(7, 8)) == [])
  }
}

@Suite("R15 averages")
struct R15Tests {
  @Test("The average over reference period and horizon")
  func average() {
    // 480 x (14 + 14) / 7 = 1,920 minutes, of which 1,200 are gone.
    let contract = Contract.fixture(averageWeekMinutes: 480)
    let ledger = LedgerEntry.fixture(referenceWeeks: 2, referenceMinutes: 1200)
    #expect(kinds(weeks(contract, ledger: ledger), mornings(0, 1, 13)) == [])
    #expect(kinds(weeks(contract, ledger: ledger), mornings(0, 1, 12, 13)) == [.average])
    #expect(kinds(weeks(contract), mornings(0, 1, 12, 13)) == [])
    #expect(kinds(weeks(contract), mornings(0, 1, 2, 12, 13)) == [.average])
    let over = LedgerEntry.fixture(referenceWeeks: 2, referenceMinutes: 5000)
    #expect(kinds(weeks(contract, ledger: over), []) == [])
    #expect(kinds(weeks(contract, ledger: over), mornings(13)) == [.average])
  }

  @Test("The week of night staff, with the ledger in week 0")
  func nightStaff() {
    let contract = Contract.fixture(nightWorkerWeekMinutes: 480)
    #expect(kinds(weeks(contract, night: true), mornings(0, 1, 7, 8)) == [])
    #expect(kinds(weeks(contract, night: true), mornings(7, 8, 9)) == [.nightWorkWeek])
    #expect(kinds(weeks(contract), mornings(7, 8, 9)) == [])
    let ledger = LedgerEntry.fixture(weekMinutes: 240)
    #expect(kinds(weeks(contract, night: true, ledger: ledger), mornings(0)) == [])
    #expect(kinds(weeks(contract, night: true, ledger: ledger), mornings(0, 1)) == [.nightWorkWeek])
  }
}
