// pricing-loop                         both sweeps on all shapes: costs compared, allocations counted, times taken
// pricing-loop check                   the same without the times
// pricing-loop count swift|c SHAPE N   N sweeps and nothing else, for counters of instructions
// pricing-loop shapes                  the names of the shapes and the published instances they are like

private let turns = 15

/// Seconds of one sweep: `count` in a row.
private func seconds(_ count: Int, _ sweep: () -> Void) -> Double {
  let begin = ContinuousClock.now
  for _ in 0..<count { sweep() }
  return (ContinuousClock.now - begin) / .seconds(1) / Double(count)
}

private func text(_ value: Double, _ places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = Int((value * Double(scale)).rounded())
  let digits = String(scaled % scale)
  return "\(scaled / scale)." + String(repeating: "0", count: places - digits.count) + digits
}

/// Ends the program when the two sweeps leave different costs.
private func compareCosts(_ sweeps: Sweeps, _ shape: Shape) {
  sweeps.spoil()
  sweeps.swift.run()
  let sum = sweeps.checksum
  precondition(!sweeps.swift.ends().isEmpty, "Nobody can work \(shape.name).")
  sweeps.spoil()
  sweeps.runC()
  precondition(sweeps.checksum == sum, "The two sweeps differ on \(shape.name).")
}

/// Ends the program when a sweep of the engine allocates.
private func countAllocations(_ sweeps: Sweeps, _ shape: Shape) {
  precondition(allocation_count() > 0, "The counter counts nothing.")
  let before = allocation_count()
  for _ in 0..<5 { sweeps.swift.run() }
  let count = allocation_count() - before
  precondition(count == 0, "\(count) allocations in five sweeps on \(shape.name).")
}

/// Prints cells, microseconds of the best turn of each, and the median of the turns' ratios.
private func takeTimes(_ sweeps: Sweeps, _ shape: Shape) {
  let count = max(1, Int(0.02 / seconds(3, sweeps.runC)))
  // Turn by turn, so that a busy neighbour slows both.
  let times = (0..<turns).map { _ in (swift: seconds(count, sweeps.swift.run), c: seconds(count, sweeps.runC)) }
  let best = (swift: times.map(\.swift).min() ?? 0, c: times.map(\.c).min() ?? 0)
  let ratios = times.map { $0.swift / $0.c }.sorted()
  print(
    shape.name, sweeps.size, text(best.swift * 1e6, 1), text(best.c * 1e6, 1), text(ratios[turns / 2], 2),
    separator: "\t")
}

private func run(_ arguments: [String]) {
  if arguments.count == 4, arguments[0] == "count", let count = Int(arguments[3]),
    let shape = Shape.all.first(where: { $0.name == arguments[2] })
  {
    let sweeps = Sweeps(shape)
    for _ in 0..<count { if arguments[1] == "swift" { sweeps.swift.run() } else { sweeps.runC() } }
    return
  }
  for shape in Shape.all {
    if arguments == ["shapes"] {
      print(shape.name, shape.likeness, separator: "\t")
      continue
    }
    let sweeps = Sweeps(shape)
    compareCosts(sweeps, shape)
    countAllocations(sweeps, shape)
    if arguments.isEmpty { takeTimes(sweeps, shape) }
  }
}

run(Array(CommandLine.arguments.dropFirst()))
