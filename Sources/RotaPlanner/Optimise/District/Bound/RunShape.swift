/// What the runs of a delivery slot depend on but for its place in the horizon: slots of one shape have the same runs.
struct RunShape: Hashable, Sendable {
  private let vehicle: Int
  private let length: Minutes
  private let sites: [Int]
  /// By site: its windows within the slot, from the slot's start.
  private let windows: [[Interval]]

  /// - Parameter sites: The sites that the slot's runs may stop at.
  init(_ slot: Int, _ sites: [Int], _ delivery: Delivery) {
    let interval = delivery.slots[slot].interval
    vehicle = delivery.slots[slot].vehicle
    length = interval.length
    self.sites = sites
    windows = sites.map { site in
      delivery.sites[site].windows.filter { $0.overlap(interval) > 0 }.map {
        Interval(max($0.start, interval.start) - interval.start, min($0.end, interval.end) - interval.start)
      }
    }
  }
}
