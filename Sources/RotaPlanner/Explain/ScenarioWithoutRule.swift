/// More people and kits than any pin asks for, yet small enough for the solver's arithmetic.
private let plenty = 1_000

extension Scenario {
  /// The scenario with one rule set aside; nil for rules that are about form, visits or the pins themselves.
  ///
  /// Limits that only one rule reads are dropped for it; lengths that several rules read become as mild as each of them could wish.
  func without(_ rule: Rule) -> Scenario? {
    var eased = self
    switch rule {
    case .r02, .r03, .r04, .r07, .r18, .r28: eased.easePlaces(rule)
    case .r05, .r06, .r08, .r09: eased.contracts.changeEach { $0.easeDuties(rule) }
    case .r10, .r11, .r12, .r13, .r14, .r15, .r16, .r30: eased.easeRosters(rule)
    case .r17, .r27: eased.heat.bands.changeEach { $0.ease(rule) }
    case .r23, .r24, .r25, .r26: eased.delivery.ease(rule, whole: [horizon.reach])
    case .r00, .r01, .r19, .r20, .r21, .r22, .r29: return nil
    }
    return eased
  }

  private mutating func easePlaces(_ rule: Rule) {
    let whole = [horizon.reach]
    let everywhere = Array(stations.indices)
    switch rule {
    case .r02: staff.changeEach { $0.available = whole }
    case .r03:
      staff.changeEach {
        $0.allowedStations = everywhere
        $0.mayDeliver = true
      }
    case .r04: stations.changeEach { $0.hostHours = whole }
    case .r07:
      staffTravelMinutes = staffTravelMinutes.map { $0.map { _ in 0 } }
      delivery.depotTravelMinutes = 0
    case .r18:
      stations.changeEach {
        $0.minimumStaff = 1
        $0.maximumStaff = plenty
        $0.neededSkills = []
      }
    case .r28: budget = nil
    default: break
    }
  }

  private mutating func easeRosters(_ rule: Rule) {
    contracts.changeEach { $0.easeRosters(rule) }
    switch rule {
    // A duty that runs on over the first midnight stays: nobody is at two places, whatever the rests are.
    case .r10: staff.changeEach { $0.ledger.lastDutyEnd = $0.ledger.carriedWork?.end }
    case .r13: staff.changeEach { $0.weekCapMinutes = nil }
    case .r15: staff.changeEach { $0.isNightWorker = false }
    case .r16: staff.changeEach { $0.maximumNightDuties = nil }
    default: break
    }
  }
}

extension Contract {
  fileprivate mutating func easeDuties(_ rule: Rule) {
    switch rule {
    case .r05:
      normalDayMinutes = minutesPerDay
      minimumDutyMinutes = 0
      maximumDutyMinutes = minutesPerDay
    case .r06:
      minimumSegmentMinutes = 1
      maximumPlaces = 6
    case .r08:
      maximumSpanMinutes = minutesPerDay
      allowsSplit = true
      minimumSplitMinutes = 1
      maximumSplitMinutes = minutesPerDay
    case .r09: mealBreakAfterMinutes = nil
    default: break
    }
  }

  fileprivate mutating func easeRosters(_ rule: Rule) {
    switch rule {
    case .r10: dailyRestMinutes = nil
    case .r11: maximumConsecutiveDays = nil
    case .r12: weeklyRestKind = nil
    case .r13: maximumWeekMinutes = nil
    case .r14:
      normalWeekMinutes = 7 * minutesPerDay
      overtimeMonthMinutes = nil
    case .r15:
      averageWeekMinutes = nil
      nightWorkerWeekMinutes = nil
    case .r16: bansProtectedNights = false
    case .r30: weekCounts = WeekCounts()
    default: break
    }
  }
}

extension HeatBand {
  fileprivate mutating func ease(_ rule: Rule) {
    if rule == .r17 {
      crewMinutes = nil
      bansCrewOvertime = false
      barsProtected = false
    } else {
      bansRuns = false
      bansRunsInHottestWindow = false
      outdoorStopMinutes = nil
    }
  }
}

extension Delivery {
  fileprivate mutating func ease(_ rule: Rule, whole: [Interval]) {
    switch rule {
    case .r23:
      crewSize = 1
      driverSkill = nil
    case .r24: sites.changeEach { $0.windows = whole }
    case .r25:
      goods.changeEach {
        $0.stock = max(plenty, $0.stock)
        $0.shelfMinutes = nil
      }
      vehicles.changeEach { $0.capacity = max(plenty, $0.capacity) }
    case .r26:
      sites.changeEach {
        $0.people = max(plenty, $0.people)
        $0.servedBefore = 0
        $0.rounds = 1
      }
    default: break
    }
  }
}
