/// The plan's money (docs/model.md section 6), in thousandths of a fen.
struct MoneyAccount {
  let byKind: MoneyByKind

  init(_ context: CheckContext) {
    byKind = MoneyByKind(
      pay: Money(milliFen: context.rosters.reduce(0) { Bounded.sum($0, context.pay($1)) }),
      overtime: Money(milliFen: context.rosters.reduce(0) { Bounded.sum($0, context.overtimePay($1)) }),
      stations: Money(milliFen: context.stations.reduce(0) { Bounded.sum($0, context.openingCost($1)) }),
      kits: Money(milliFen: context.kitCost()), runs: Money(milliFen: context.drivingCost()))
  }
}

extension CheckContext {
  /// Duty pay of one person: the minutes that lie on days of each kind, whichever duty they belong to.
  fileprivate func pay(_ roster: RosterView) -> Int {
    let kinds: [DayKind] = [.workday, .weekend, .holiday]
    return kinds.reduce(0) { sum, kind in
      let rate = roster.member.payPerMinute.percent(paidPercent(roster.contract, kind)).milliFen
      return Bounded.sum(sum, Bounded.product(rate, paidMinutes(roster, on: kind)))
    }
  }

  /// Paid minutes of one person that lie on days of that kind; a duty over midnight is cut there, its credit lies on its day.
  func paidMinutes(_ roster: RosterView, on kind: DayKind) -> Minutes {
    roster.duties.reduce(0) { sum, duty in
      let days = (duty.day...(duty.span.end - 1) / minutesPerDay).filter { horizon.kind(ofDay: $0) == kind }
      let credit = horizon.kind(ofDay: duty.day) == kind ? duty.credit : 0
      return days.reduce(sum + credit) { $0 + duty.work(in: horizon.interval(ofDay: $1)) }
    }
  }

  private func paidPercent(_ contract: Contract, _ day: DayKind) -> Int {
    let percent: Int
    switch day {
    case .workday: percent = 100
    case .weekend: percent = contract.weekendPayPercent
    case .holiday: percent = contract.holidayPayPercent
    }
    switch contract.payBasis {
    case .allHours: return percent
    case .overtimeOnly: return percent - 100
    case .free: return 0
    }
  }

  fileprivate func overtimePay(_ roster: RosterView) -> Int {
    let percent: Int
    switch roster.contract.payBasis {
    case .free: return 0
    case .overtimeOnly: percent = roster.contract.overtimePayPercent
    case .allHours: percent = roster.contract.overtimePayPercent - 100
    }
    let rate = roster.member.payPerMinute.percent(percent).milliFen
    return roster.overtimeOfWeek.reduce(0) { Bounded.sum($0, Bounded.product(rate, $1)) }
  }

  fileprivate func openingCost(_ view: StationView) -> Int {
    // A duty that runs on after the last midnight opens the station for the next plan's money.
    func minutes(_ opening: Opening, in slots: Range<Int>) -> Minutes {
      slots.filter { view.openings[$0] == opening }.reduce(0) {
        $0 + horizon.clockChanges.minutes(of: horizon.interval(ofSlot: $1))
      }
    }
    let staffed = minutes(.staffed, in: 0..<horizon.interval.end / horizon.slotMinutes)
    let alone = minutes(.selfService, in: view.openings.indices)
    return Bounded.sum(
      Bounded.product(view.station.staffedCostPerMinute.milliFen, staffed),
      Bounded.product(view.station.selfServiceCostPerMinute.milliFen, alone))
  }

  fileprivate func kitCost() -> Int {
    form.runs.flatMap(\.stops).flatMap(\.kits).reduce(0) { sum, kit in
      Bounded.sum(sum, Bounded.product(delivery.goods[kit.goods].unitCost.milliFen, kit.count))
    }
  }

  fileprivate func drivingCost() -> Int {
    form.runs.reduce(0) { sum, run in
      let rate = delivery.vehicles[delivery.slots[run.slot].vehicle].costPerMetre.milliFen
      return Bounded.sum(sum, Bounded.product(rate, delivery.metres(of: run)))
    }
  }
}
