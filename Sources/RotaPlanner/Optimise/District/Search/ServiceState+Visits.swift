/// Visits that are served, wait, or move.
extension ServiceState {
  /// Serves `count` more (fewer when negative) visits by the option.
  func take(_ count: Int32, _ number: Int) {
    let option = tables.options[number]
    let (item, cell) = (Int(option.item), Int(option.cell))
    set(waitingAt + item, memory[waitingAt + item] - count)
    set(servedAt + number, memory[servedAt + number] + count)
    set(arrivedAt + cell, memory[arrivedAt + cell] + count)
    for (step, minutes) in option.minutes.enumerated() {
      set(seatsAt + cell + step, memory[seatsAt + cell + step] + count * minutes)
    }
    price -= Int(count) * tables.weights[item]
    if count < 0 { touch(item) }
  }

  /// How many more visits fit by the option, whoever waits.
  func room(_ number: Int) -> Int32 {
    let option = tables.options[number]
    let cell = Int(option.cell)
    var room = isOpen(cell) ? rate(cell) - memory[arrivedAt + cell] : 0
    for (step, minutes) in option.minutes.enumerated() {
      if room <= 0 { return 0 }
      if !isOpen(cell + step) { return 0 }
      if minutes > 0 { room = min(room, (tables.seatMinutes[cell + step] - memory[seatsAt + cell + step]) / minutes) }
    }
    return max(0, room)
  }

  func fill(_ cell: Int) {
    for number in tables.arrivals[cell] {
      let count = min(memory[waitingAt + Int(tables.options[Int(number)].item)], room(Int(number)))
      if count > 0 { take(count, Int(number)) }
    }
  }

  /// Serves what waits among the items touched since the last commit: where there is room, then by moving others to where there is.
  func settle() {
    var position = 0
    let order = touched.sorted { (tables.weights[Int($1)], $0) < (tables.weights[Int($0)], $1) }
    while position < order.count {
      let item = Int(order[position])
      position += 1
      place(item)
      if memory[waitingAt + item] > 0 { displace(item) }
    }
  }

  private func place(_ item: Int) {
    for number in tables.optionStart[item]..<tables.optionStart[item + 1] {
      let waiting = memory[waitingAt + item]
      if waiting == 0 { return }
      let count = min(waiting, room(number))
      if count > 0 { take(count, number) }
    }
  }

  /// Makes room for a waiting item where the rate is used up: visits of others there move to another option of theirs with room, or
  /// wait instead when they weigh less.
  private func displace(_ item: Int) {
    for number in tables.optionStart[item]..<tables.optionStart[item + 1] {
      let cell = Int(tables.options[number].cell)
      guard isOpen(cell) else { continue }
      for other in tables.arrivals[cell].reversed() {
        if memory[waitingAt + item] == 0 { return }
        let held = memory[servedAt + Int(other)]
        guard held > 0, tables.options[Int(other)].item != item else { continue }
        exchange(item, number, Int(other), held)
      }
    }
  }

  private func exchange(_ item: Int, _ number: Int, _ other: Int, _ held: Int32) {
    let rival = Int(tables.options[other].item)
    for way in tables.optionStart[rival]..<tables.optionStart[rival + 1] where way != other {
      let count = min(held, room(way), memory[waitingAt + item])
      guard count > 0 else { continue }
      take(-count, other)
      take(count, way)
      let gained = min(room(number), count)
      if gained > 0 {
        take(gained, number)
      }
      return
    }
    guard tables.weights[rival] < tables.weights[item] else { return }
    let before = price
    let count = min(held, memory[waitingAt + item])
    take(-count, other)
    let gained = min(room(number), memory[waitingAt + item])
    if gained > 0 { take(gained, number) }
    if price >= before {
      if gained > 0 { take(-gained, number) }
      take(count, other)
    }
  }
}
