import Foundation
import Testing

@testable import RotaPlanner

/// `rota plan --stats --progress jsonl` on something for each optimiser: which figures are there, and that they can be true.
@Suite("Progress and statistics") struct StatisticsTests {
  private static let keys = [
    "best", "bound", "columns", "gap", "nodes", "objective", "pivots", "round", "seconds", "split", "steps", "work",
  ]
  private static let parts = [
    "bound", "check", "demand", "export", "first_plan", "loading", "model", "pricing", "search", "simplex",
  ]

  /// What a run told: the progress lines, standard output, and the seconds of the process from start to end.
  private struct Run {
    let lines: [[String: Any]]
    let output: String
    let seconds: Double
  }

  private func plan(_ input: String, _ limits: [String], threads: Int) throws -> Run {
    let begin = ContinuousClock.now
    let outcome = try RotaProcess.rota(
      ["plan", input, "--stats", "--progress", "jsonl", "--lang", "en", "--threads", "\(threads)"] + limits)
    let seconds = (ContinuousClock.now - begin) / Swift.Duration.seconds(1)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let told = outcome.errorText.split(separator: "\n").filter { $0.hasPrefix("{") }
    let lines = try told.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    return Run(lines: lines, output: outcome.outputText, seconds: seconds)
  }

  /// What holds for each optimiser; `counts` are the figures that this one has. The last line.
  private func expectSound(_ run: Run, threads: Int, counts: Set<String>) throws -> [String: Any] {
    for line in run.lines {
      #expect(line.keys.sorted() == Self.keys)
      for key in ["columns", "nodes", "pivots", "round", "steps"] where counts.contains(key) {
        #expect((line[key] as? Int).map { $0 >= 0 } ?? (line["bound"] is NSNull), "\(key)")
      }
      for key in ["columns", "nodes", "pivots", "round", "steps"] where !counts.contains(key) {
        #expect(line[key] is NSNull, "\(key)")
      }
      #expect(line["best"] as? Double == line["objective"] as? Double)
      let split = try #require(line["split"] as? [String: Double])
      #expect(split.keys.sorted() == Self.parts)
      #expect(split.values.allSatisfy { $0 >= 0 })
      // Each of the parts is rounded to a millisecond.
      #expect(split.values.reduce(0, +) <= Double(threads) * run.seconds + 0.01)
    }
    let last = try #require(run.lines.last)
    for key in counts { #expect(last[key] is Int, "\(key)") }
    #expect(run.output.contains("\nTime\npart "))
    #expect(run.output.contains("\nseconds in all: "))
    return last
  }

  private func seconds(_ part: String, _ line: [String: Any]) -> Double {
    (line["split"] as? [String: Double])?[part] ?? -1
  }

  @Test("The engine for rosters: rounds, columns, pivots and nodes", arguments: [1, 2])
  func rostering(threads: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(RandomShiftScheduling.text(seed: 3, days: 14, people: 6, shifts: 2), to: "instance.txt")
    let run = try plan(folder.path + "/instance.txt", ["--work-limit", "60000"], threads: threads)
    let last = try expectSound(run, threads: threads, counts: ["columns", "nodes", "pivots", "round"])
    for key in ["columns", "pivots", "round"] {
      let figures = run.lines.compactMap { $0[key] as? Int }
      #expect(figures == figures.sorted() && figures.last ?? 0 > 0, "\(key)")
    }
    #expect(seconds("pricing", last) > 0)
    #expect(run.output.contains("\npricing ") && run.output.contains("\ncolumns: "))
  }

  @Test("The engine for free starts: rounds of annealing")
  func multiActivity() throws {
    let folder = try TemporaryFolder()
    try folder.write(PublishedInstanceTests.tasks, to: "instance.txt")
    let run = try plan(folder.path + "/instance.txt", [], threads: 2)
    let last = try expectSound(run, threads: 2, counts: ["round"])
    #expect(seconds("bound", last) > 0 || seconds("search", last) > 0)
    #expect(last["objective"] as? Int == 4 && last["bound"] as? Int == 4)
  }

  @Test("A district: rounds of the bound and steps of the search", arguments: [1, 2])
  func district(threads: Int) throws {
    let town = try SmallTown.folder(days: 1, staff: ["E02", "E10", "E11", "E13", "E15"])
    let run = try plan(town.path, ["--work-limit", "1400"], threads: threads)
    let last = try expectSound(run, threads: threads, counts: ["round", "steps"])
    #expect(last["round"] as? Int ?? 0 > 0)
    #expect(last["steps"] as? Int == 1400 && last["work"] as? Int == 1400)
    for part in ["loading", "first_plan", "bound", "search"] { #expect(seconds(part, last) > 0, "\(part)") }
    #expect(run.output.contains("\nsearch ") && run.output.contains("\nsteps: 1400\n"))
  }

  @Test("A small scenario: pivots and nodes of the exact model")
  func exactModel() throws {
    let tiny = shippedScenarios.appendingPathComponent("tiny").path
    let run = try plan(tiny, [], threads: 2)
    let last = try expectSound(run, threads: 2, counts: ["nodes", "pivots"])
    #expect(last["pivots"] as? Int ?? 0 > 0)
    #expect(last["gap"] as? Double == 0)
    #expect(run.output.contains("\nO1 ") && run.output.contains("\nexact model "))
  }
}
