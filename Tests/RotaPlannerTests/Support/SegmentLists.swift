@testable import RotaPlanner

/// Every way to spend the slots: each at one of the places open in it or nowhere; neighbours at one place are one segment.
func segmentLists(_ slots: [Interval], places: (Interval) -> [Place]) -> [[Segment]] {
  var lists: [[Segment]] = [[]]
  for interval in slots {
    let places = places(interval)
    lists = lists.flatMap { list -> [[Segment]] in
      [list]
        + places.map { place in
          if let last = list.last, last.place == place, last.interval.end == interval.start {
            return list.dropLast() + [Segment(place: place, interval: Interval(last.interval.start, interval.end))]
          }
          return list + [Segment(place: place, interval: interval)]
        }
    }
  }
  return lists.filter { !$0.isEmpty }
}
