@testable import RotaPlanner

extension Plan {
  /// The plan's own decisions as pins: work at stations and places in crews, and with `stops` what is handed out.
  /// - Parameter days: Days on which duties and runs start that are pinned; nil: all.
  func ownPins(_ scenario: Scenario, days: Range<Int>? = nil, stops: Bool = true) -> [Pin] {
    let horizon = scenario.horizon
    var pins: [Pin.Demand] = []
    for duty in duties where days?.contains(horizon.day(of: duty.segments[0].interval.start)) ?? true {
      for segment in duty.segments {
        switch segment.place {
        case .station(let station):
          pins.append(.work(staff: duty.staff, station: station, interval: segment.interval))
        case .run(let slot): pins.append(.crew(staff: duty.staff, slot: slot))
        }
      }
    }
    for run in runs where stops && days?.contains(scenario.delivery.slots[run.slot].day) ?? true {
      for stop in run.stops {
        let kits = stop.kits.reduce(0) { $0 + $1.count }
        pins.append(.stop(site: stop.site, day: scenario.delivery.slots[run.slot].day, kits: kits))
      }
    }
    return pins.map { Pin(demand: $0, location: nil) }
  }
}
