extension ScenarioValidation {
  /// The forecast by day and the heat rules.
  func heatValue() -> Heat {
    let rules = draft.heatRules
    return Heat(
      forecast: forecast(), bands: bands(rules), hottestWindow: rules.hottestWindow.on(0),
      middayWindow: rules.middayWindow.on(0), stopSharePercent: rules.stopSharePercent)
  }

  private func forecast() -> [Int] {
    var maxima: [Int?] = Array(repeating: nil, count: horizon.days)
    var lines: [CalendarDate: Int] = [:]
    for row in draft.heat {
      let place = row.origin.location(HeatDraft.Columns.date)
      if let line = lines[row.date] {
        issues.add(Issue(.duplicateRow, at: place, found: row.date.description, ["line": line]))
      }
      lines[row.date] = place?.line ?? 0
      if let day = days.day(row.date) { maxima[day] = row.maximum }
    }
    reportOutside()
    reportMissing(maxima)
    return maxima.map { $0 ?? draft.heatRules.usualMaximum }
  }

  /// A forecast is often longer than the plan: said once, with the dates.
  private func reportOutside() {
    let outside = draft.heat.filter { days.day($0.date) == nil }
    guard let first = outside.first else { return }
    let shown = outside.prefix(12).map(\.date.description) + (outside.count > 12 ? ["... (\(outside.count))"] : [])
    let place = first.origin.location(HeatDraft.Columns.date)
    issues.add(days.outside(shown.joined(separator: ", "), at: place))
  }

  /// No forecast at all is a choice; one that ends before the horizon is probably an oversight.
  private func reportMissing(_ maxima: [Int?]) {
    let missing = maxima.indices.filter { maxima[$0] == nil }
    guard !draft.heat.isEmpty, let first = missing.first, let file = draft.heat[0].origin.location()?.file else {
      return
    }
    issues.add(
      Issue(
        .forecastMissing, at: SourceLocation(file: file), found: missing.count,
        ["date": horizon.date(ofDay: first).description]
          .merging(["usual": FixedPoint.text(draft.heatRules.usualMaximum, decimals: 1)]) { first, _ in first }))
  }

  /// The bands with a mild first one for every temperature below.
  private func bands(_ rules: HeatRules) -> [HeatBand] {
    var bands = rules.bands
    if bands.first.map({ $0.fromTenths != Int.min }) ?? true { bands.insert(HeatBandReader.mild, at: 0) }
    for (lower, upper) in zip(bands, bands.dropFirst()) where upper.fromTenths <= lower.fromTenths {
      issues.add(Issue(.bandsNotRising, at: rules.bandsPlace))
      break
    }
    return bands
  }
}
