extension SlotRota {
  /// The rota in terms of the published format: one segment for each unbroken stretch at a place, by person, then time.
  func multiActivity(_ instance: MultiActivityInstance) -> MultiActivityRoster {
    var segments: [MultiActivityRoster.Segment] = []
    for (person, duties) in zip(instance.people, duties) {
      for duty in duties {
        var first = 0
        for next in 1...duty.places.count where next == duty.places.count || duty.places[next] != duty.places[first] {
          // Slot 0 begins at 06:00 of day 1.
          let interval = Interval((duty.start + first) * 15 + 360, (duty.start + next) * 15 + 360)
          segments.append(
            MultiActivityRoster.Segment(staff: person.id, interval: interval, task: Int(duty.places[first]) + 1))
          first = next
        }
      }
    }
    return MultiActivityRoster(segments: segments)
  }
}
