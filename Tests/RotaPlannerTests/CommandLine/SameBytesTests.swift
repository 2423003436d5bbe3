import Foundation
import Testing

@testable import RotaPlanner

/// Two processes with one and with two threads write the same bytes: hashing differs from process to process, and threads finish in any
/// order, so this is where an order that depends on either would show.
@Suite("Same bytes") struct SameBytesTests {
  /// Plans `input` with that many threads; the written files by name. Only the seconds that a search took may differ.
  private func files(_ input: String, work: Int, threads: Int, _ folder: TemporaryFolder) throws -> [String: String] {
    let name = "threads-\(threads)"
    let outcome = try RotaProcess.rota([
      "plan", input, "-o", folder.path + "/" + name, "--work-limit", "\(work)", "--time-limit", "3600", "--seed", "5",
      "--threads", "\(threads)", "--progress", "none",
    ])
    #expect(outcome.status == 0, "\(outcome.errorText)")
    var files = ["standard output": outcome.outputText]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name) {
      files[file] = try folder.read(name + "/" + file)
    }
    let plan = try #require(files["plan.json"])
    let lines = plan.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.hasPrefix("  \"seconds\": ") } == 1)
    files["plan.json"] = lines.filter { !$0.hasPrefix("  \"seconds\": ") }.joined(separator: "\n")
    return files
  }

  private func expectSameBytes(_ input: String, work: Int) throws {
    let folder = try TemporaryFolder()
    let one = try files(input, work: work, threads: 1, folder)
    let two = try files(input, work: work, threads: 2, folder)
    #expect(one.keys.sorted() == two.keys.sorted())
    for (name, bytes) in one { #expect(bytes == two[name], "\(name) of \(input)") }
  }

  /// More work than the first stage has, after which the lanes tell each other what they know.
  @Test("The plan folder of a district")
  func district() throws {
    let town = try SmallTown.folder(days: 1, staff: ["E02", "E10", "E11", "E13", "E15"])
    try expectSameBytes(town.path, work: 1400)
  }

  @Test("The roster of a shift-scheduling instance", arguments: [3, 11])
  func shiftScheduling(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try folder.write(RandomShiftScheduling.text(seed: seed, days: 14, people: 6, shifts: 2), to: "instance.txt")
    try expectSameBytes(folder.path + "/instance.txt", work: 60_000)
  }

  /// The instances are not in the repository (Benchmarks/README.md).
  @Test(
    "The roster of the first published instance",
    .enabled(if: ProcessInfo.processInfo.environment["ROTA_BENCHMARKS"] != nil))
  func published() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["ROTA_BENCHMARKS"])
    try expectSameBytes(folder + "/shift-scheduling/Instance1.txt", work: 20_000)
  }
}
