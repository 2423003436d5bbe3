/// Visits that move on in chains so that others can be served.
extension ServiceState {
  /// An option that a visit would come to, the option that it would leave (none for the first), and the link before in the chain.
  private struct Link {
    let option: Int
    let left: Int?
    let before: Int?
  }

  /// Serves waiting visits by chains of visits that move on, each to where the next one leaves (augmenting paths, breadth first): what
  /// `settle` misses because it moves one visit only. Complexity: O(W O A) for W waiting visits, O options and A arrivals of a cell.
  func rearrange() {
    let items = tables.visits.indices.filter { memory[waitingAt + $0] > 0 }
    for item in items.sorted(by: { (tables.weights[$1], $0) < (tables.weights[$0], $1) }) {
      while memory[waitingAt + item] > 0, moveOn(from: item) {}
    }
  }

  private func moveOn(from item: Int) -> Bool {
    var seen: Set<Int> = []
    var links: [Link] = []
    func reach(_ item: Int, _ left: Int?, _ before: Int?) {
      for number in tables.optionStart[item]..<tables.optionStart[item + 1] where number != left {
        let cell = Int(tables.options[number].cell)
        guard tables.options[number].minutes.indices.allSatisfy({ isOpen(cell + $0) }), seen.insert(cell).inserted
        else { continue }
        links.append(Link(option: number, left: left, before: before))
      }
    }
    reach(item, nil, nil)
    var position = 0
    while position < links.count {
      let option = links[position].option
      if room(option) > 0 {
        if follow(links, to: position) { return true }
      } else {
        let own = tables.options[option].item
        for other in tables.arrivals[Int(tables.options[option].cell)]
        where memory[servedAt + Int(other)] > 0 && tables.options[Int(other)].item != own {
          reach(Int(tables.options[Int(other)].item), Int(other), position)
        }
      }
      position += 1
    }
    return false
  }

  /// Moves one visit along each link of the chain, its end first; leaves everything as it was when seats do not allow it.
  private func follow(_ links: [Link], to end: Int) -> Bool {
    var taken: [(option: Int, count: Int32)] = []
    var next: Int? = end
    while let position = next {
      let link = links[position]
      guard room(link.option) > 0 else {
        for (option, count) in taken.reversed() { take(-count, option) }
        return false
      }
      if let left = link.left {
        take(-1, left)
        taken.append((left, -1))
      }
      take(1, link.option)
      taken.append((link.option, 1))
      next = link.before
    }
    return true
  }
}
