/// What `Violation.measured`, `allowed` and `amount` count.
enum MeasuredUnit: String, Sendable {
  /// Minutes.
  case minutes
  /// A plain number: people, kits, visits, duties, days.
  case count
  /// Thousandths of a fen.
  case money
}

/// The clause of a rule that is broken; the raw value begins with the rule's id and is stable.
enum ViolationKind: String, CaseIterable, Sendable {
  // R00: what is not well-formed is left out of all further checks, except where the case says otherwise.
  /// The table of openings does not have one entry per station and slot; missing entries count as closed.
  case formOpenings = "R00-openings"
  /// No such staff member.
  case formStaff = "R00-staff"
  /// A duty without segments.
  case formEmptyDuty = "R00-emptyDuty"
  /// No such station or delivery slot.
  case formPlace = "R00-place"
  /// A segment is empty or not wholly inside the horizon.
  case formTime = "R00-time"
  /// A segment starts or ends off the grid; it counts in the slots that it covers wholly.
  case formGrid = "R00-grid"
  /// Segments are not in order of start; they are taken in that order.
  case formOrder = "R00-order"
  /// Two segments at one place touch; they are taken as one.
  case formJoined = "R00-joined"
  /// A row of served visits names no item, station or slot, or its count is below 1 or absurd.
  case formServed = "R00-served"
  /// A run names no delivery slot.
  case formRun = "R00-run"
  /// A run without stops.
  case formEmptyRun = "R00-emptyRun"
  /// A stop names no site.
  case formStop = "R00-stop"
  /// Kits name no goods, or their count is below 1 or absurd.
  case formKits = "R00-kits"

  /// More than one duty starts on a day.
  case dutiesOfDay = "R01-day"
  /// Duties overlap.
  case dutiesOverlap = "R01-overlap"
  /// Work outside availability.
  case unavailable = "R02-unavailable"
  /// A duty that begins, ends or pauses in a piece of time in which clocks are changed.
  case clockChange = "R02-clockChange"
  /// Not an allowed station.
  case stationNotAllowed = "R03-station"
  /// May not be in a crew.
  case deliveryNotAllowed = "R03-delivery"
  /// A segment outside host hours.
  case segmentOutsideHostHours = "R04-hostHours"
  /// A run segment that is not exactly the delivery slot.
  case segmentNotSlot = "R04-slot"
  /// A duty too short.
  case dutyShort = "R05-short"
  /// A duty too long.
  case dutyLong = "R05-long"
  /// A segment too short.
  case segmentShort = "R06-segment"
  /// Too many places in a duty.
  case places = "R06-places"
  /// A gap shorter than the travel.
  case travel = "R07-travel"
  /// Two segments of a duty overlap.
  case segmentsOverlap = "R07-overlap"
  /// A gap that is neither travel, meal break nor split.
  case gap = "R08-gap"
  /// More than one meal break.
  case mealBreaks = "R08-mealBreaks"
  /// More than one split.
  case splits = "R08-splits"
  /// A duty of too long a span.
  case span = "R08-span"
  /// A stretch too long without an unpaid gap.
  case stretch = "R09-stretch"
  /// A meal break in a duty that is too short for one.
  case needlessMealBreak = "R09-mealBreak"
  /// Daily rest too short.
  case dailyRest = "R10-rest"
  /// Too many days in a row.
  case daysInRow = "R11-days"
  /// No free calendar day in a week.
  case weeklyRestDay = "R12-day"
  /// No unbroken weekly rest.
  case weeklyRest = "R12-rest"
  /// Too many minutes in a week.
  case week = "R13-week"
  /// Too much overtime in a month.
  case overtimeMonth = "R14-month"
  /// Overtime where none is allowed.
  case overtimeForbidden = "R14-none"
  /// Too many minutes on average.
  case average = "R15-average"
  /// Too many minutes of a night worker's week.
  case nightWorkWeek = "R15-nightWork"
  /// Night work of protected staff.
  case protectedNight = "R16-protected"
  /// Too many duties that touch a night.
  case nightDuties = "R16-duties"
  /// Protected staff in a crew in heat.
  case protectedCrew = "R17-protected"
  /// Too many crew minutes in heat.
  case crewMinutes = "R17-minutes"
  /// Overtime of a crew in heat.
  case crewOvertime = "R17-overtime"
  /// Too few staff present.
  case tooFewStaff = "R18-tooFew"
  /// Too many staff present.
  case tooManyStaff = "R18-tooMany"
  /// Nobody present has a needed skill.
  case skillMissing = "R18-skill"
  /// Staffed, but nobody is present.
  case staffedEmpty = "R18-empty"
  /// Staff present, but not marked staffed.
  case notStaffed = "R18-notStaffed"
  /// Open outside host hours.
  case openOutsideHostHours = "R19-hostHours"
  /// Self-service where it is not allowed.
  case selfServiceForbidden = "R19-selfService"
  /// Served in a way that the item does not offer.
  case noOption = "R20-option"
  /// More served than wanted.
  case overserved = "R20-visits"
  /// More seat minutes than seats.
  case seats = "R21-seats"
  /// Visitors in a closed station.
  case seatsClosed = "R21-closed"
  /// More arrivals than can be served.
  case serviceRate = "R22-rate"
  /// A crew of the wrong size.
  case crewSize = "R23-crew"
  /// A crew without driver.
  case driver = "R23-driver"
  /// A crew without a run.
  case crewWithoutRun = "R23-noRun"
  /// Two runs in one delivery slot.
  case runsOfSlot = "R23-runs"
  /// Arrival before the drive can be done.
  case arrivalEarly = "R24-arrival"
  /// Service before arrival.
  case serviceEarly = "R24-service"
  /// Service outside the site's windows.
  case siteWindow = "R24-window"
  /// Back at the depot after the slot.
  case returnLate = "R24-return"
  /// A site twice in one run.
  case siteTwice = "R24-twice"
  /// A stop without kits.
  case stopWithoutKits = "R25-none"
  /// Goods that the site must not get.
  case goodsForbidden = "R25-goods"
  /// More kits than the vehicle holds.
  case vehicleCapacity = "R25-capacity"
  /// Goods too long on the road.
  case shelfLife = "R25-shelf"
  /// More kits than in stock.
  case stock = "R25-stock"
  /// More kits than recipients want.
  case siteNeed = "R26-need"
  /// Second kits before everybody has a first.
  case firstKitsFirst = "R26-first"
  /// A run on a day on which runs are banned.
  case runBanned = "R27-day"
  /// A run in the hottest window.
  case runInHottestWindow = "R27-window"
  /// Too long a stop without indoor rest.
  case outdoorStop = "R27-stop"
  /// More money than the budget.
  case budget = "R28-budget"
  /// A pin on work does not hold.
  case pinWork = "R29-work"
  /// A pin on a crew does not hold.
  case pinCrew = "R29-crew"
  /// A pin on time off does not hold.
  case pinOff = "R29-off"
  /// A pinned minimum of staff does not hold.
  case pinStaffed = "R29-staffed"
  /// A pinned closure does not hold.
  case pinClosed = "R29-closed"
  /// A pinned stop is missing or too small.
  case pinStop = "R29-stop"
  /// Too many duties in a week.
  case weekDuties = "R30-duties"
  /// Too many evenings in a week.
  case weekEvenings = "R30-evenings"

  /// The rule whose clause this is.
  var rule: Rule { Rule(rawValue: String(rawValue.prefix(3)))! }

  /// What the numbers of such a violation count.
  var unit: MeasuredUnit {
    switch self {
    case .budget: return .money
    case .dutiesOverlap, .unavailable, .clockChange, .segmentOutsideHostHours, .segmentNotSlot, .dutyShort, .dutyLong,
      .segmentShort, .travel, .segmentsOverlap, .gap, .span, .stretch, .needlessMealBreak, .dailyRest, .weeklyRest,
      .week,
      .overtimeMonth, .overtimeForbidden, .average, .nightWorkWeek, .protectedNight, .crewMinutes, .crewOvertime,
      .seats, .seatsClosed, .arrivalEarly, .serviceEarly, .siteWindow, .returnLate, .shelfLife, .runInHottestWindow,
      .outdoorStop, .pinWork, .pinOff, .pinClosed:
      return .minutes
    default: return .count
    }
  }
}
