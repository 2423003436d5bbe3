import RotaEngine

extension CompactBuilder {
  /// Kit columns with O4 and their cost; R25 and R26.
  mutating func addKits() {
    for slot in runsOfSlot.indices where !runsOfSlot[slot].isEmpty { addKits(ofSlot: slot) }
    for goods in scenario.delivery.goods.indices {
      let stock = Double(scenario.delivery.goods[goods].stock)
      addRow("R25_stock_g\(goods)", .atMost(stock), columns.kits.filter { $0.goods == goods }.map { ($0.column, 1) })
    }
    addNeeds()
  }

  private mutating func addKits(ofSlot slot: Int) {
    let delivery = scenario.delivery
    let capacity = delivery.vehicles[delivery.slots[slot].vehicle].capacity
    let runs = runsOfSlot[slot].map { columns.runs[$0] }
    let sites = Set(runs.flatMap(\.sequence.sites)).sorted()
    var all: [LinearModel.Term] = []
    for site in sites {
      let stopping = runs.filter { $0.sequence.sites.contains(site) }
      let most = min(capacity, delivery.sites[site].firstNeed + delivery.sites[site].secondNeed)
      let kits = delivery.sites[site].allowedGoods.compactMap { goods in
        addKit(slot, site, goods, most: min(most, delivery.goods[goods].stock), stopping)
      }
      let stops = stopping.map { (column: $0.column, coefficient: -1.0) }
      addRow("R25_stop_v\(slot)_x\(site)", .atLeast(0), kits.map { ($0, 1) } + stops)
      addRow(
        "R26_stop_v\(slot)_x\(site)", .atMost(0), kits.map { ($0, 1) } + stops.map { ($0.column, -Double(most)) })
      all += kits.map { ($0, 1) }
    }
    addRow("R25_load_v\(slot)", .atMost(0), all + runs.map { ($0.column, Double(-capacity)) })
  }

  /// Kits of one kind at one stop, only by sequences that arrive within their shelf life.
  private mutating func addKit(
    _ slot: Int, _ site: Int, _ goods: Int, most: Int, _ runs: [CompactColumns.RunColumn]
  ) -> Int? {
    let delivery = scenario.delivery
    let fresh = runs.filter { run in
      run.sequence.goods(atStop: run.sequence.sites.firstIndex(of: site)!, of: delivery).contains(goods)
    }
    guard most > 0, !fresh.isEmpty else { return nil }
    let column = addColumn(
      "kits_v\(slot)_x\(site)_g\(goods)", .between(0, Double(most)), money: delivery.goods[goods].unitCost)
    columns.kits.append(.init(slot: slot, site: site, goods: goods, column: column))
    addRow(
      "R25_shelf_v\(slot)_x\(site)_g\(goods)", .atMost(0),
      [(column, 1)] + fresh.map { ($0.column, -Double(most)) })
    return column
  }

  private mutating func addNeeds() {
    let sites = scenario.delivery.sites
    let none = sites.reduce(Score.zero) { $0 + $1.firstKitWeight * $1.firstNeed + $1.secondKitWeight * $1.secondNeed }
    model.addConstant(none.units)
    let hasSecond = sites.contains { $0.secondNeed > 0 } && !columns.kits.isEmpty
    let every = hasSecond ? addDerived(.everyFirst, "every_first", .unit, isInteger: true) : nil
    for (index, site) in sites.enumerated() {
      let first = Double(site.firstNeed)
      let firstKits = addDerived(
        .firstKits(site: index), "first_x\(index)", .between(0, first), units: -site.firstKitWeight.units)
      var sum = columns.kits.filter { $0.site == index }.map { (column: $0.column, coefficient: 1.0) }
      sum.append((firstKits, -1))
      if let every {
        let second = Double(site.secondNeed)
        let secondKits = addDerived(
          .secondKits(site: index), "second_x\(index)", .between(0, second), units: -site.secondKitWeight.units)
        sum.append((secondKits, -1))
        addRow("R26_first_x\(index)", .atLeast(0), [(firstKits, 1), (every, -first)])
        addRow("R26_second_x\(index)", .atMost(0), [(secondKits, 1), (every, -second)])
      }
      addRow("R26_x\(index)", .exactly(0), sum)
    }
  }
}
