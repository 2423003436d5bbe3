/// What the columns of the compact model mean. Column numbers are those of its `LinearModel`.
struct CompactColumns: Sendable {
  /// A duty is worked.
  struct DutyColumn: Sendable {
    let duty: DutyCandidate
    let column: Int
  }

  /// Visits of one item by one of its options.
  struct VisitColumn: Sendable {
    let item: Int
    let option: Int
    let column: Int
  }

  /// A delivery slot's run drives these stops.
  struct RunColumn: Sendable {
    let sequence: StopSequence
    let column: Int
  }

  /// Kits of one kind that a delivery slot's run hands out at a site.
  struct KitColumn: Sendable {
    let slot: Int
    let site: Int
    let goods: Int
    let column: Int
  }

  /// A column that follows from the decisions.
  struct DerivedColumn: Sendable {
    let quantity: DerivedQuantity
    let column: Int
  }

  /// By staff member, then day.
  var duties: [DutyColumn] = []
  /// `[station][slot]`; nil where nobody can be present.
  var staffed: [[Int?]] = []
  /// `[station][slot]`; nil where self-service is not allowed.
  var selfService: [[Int?]] = []
  /// By item, then option.
  var visits: [VisitColumn] = []
  /// By delivery slot.
  var runs: [RunColumn] = []
  /// By delivery slot, site, goods.
  var kits: [KitColumn] = []
  /// In order of their numbers.
  var derived: [DerivedColumn] = []
}

/// A quantity that a plan determines, with a column of its own in the compact model.
enum DerivedQuantity: Hashable, Sendable {
  /// R14: overtime minutes.
  case overtime(staff: Int, week: Int)
  /// O9: minutes missing to the guaranteed ones.
  case missing(staff: Int, week: Int)
  /// O6: points above the fair allowance.
  case unfair(staff: Int, burden: BurdenClass)
  /// R12: the week's rest is this interval, the first lawful one of the week.
  case rest(staff: Int, week: Int, Interval)
  /// O4: kits of the site within its first need.
  case firstKits(site: Int)
  /// O4: kits of the site beyond its first need.
  case secondKits(site: Int)
  /// R26: every site has its first need.
  case everyFirst
  /// O5: no site of these gets a kit.
  case tradeMissed(sites: [Int])
  /// R29: the run of this slot keeps the pin by giving the site this many kits.
  case pinnedStop(slot: Int, site: Int, kits: Int)
  /// O12: staff comes to the station without any in this slot.
  case begins(station: Int, slot: Int)
  /// O12: openings beyond the first that begins in this stretch of host hours of a day.
  case extraOpenings(stretch: Int)
  /// O13: some promised slot of this day of a station is not kept.
  case brokenDay(Int)
}
