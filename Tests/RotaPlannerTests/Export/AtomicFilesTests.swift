import Foundation
import Testing

@testable import RotaPlanner

@Suite struct AtomicFilesTests {
  private let writer = AtomicFiles(
    kind: .init(
      marker: "plan.json", markerText: "\"format\": \"rota-plan\"", names: ["plan.json", "rota.csv", "runs.csv"]))
  private let first = [("plan.json", "{\"format\": \"rota-plan\", \"version\": 1}"), ("rota.csv", "one\n")]
  private let second = [("plan.json", "{\"format\": \"rota-plan\", \"version\": 2}"), ("runs.csv", "two\n")]

  @Test func writesANewFolderAndNothingElse() throws {
    let folder = try TemporaryFolder()
    try writer.write(first, to: folder.path + "/plan/", replacing: false)
    #expect(folder.names == ["plan", "plan/plan.json", "plan/rota.csv"])
    #expect(try folder.read("plan/rota.csv") == "one\n")
    var status = stat()
    #expect(stat(folder.path + "/plan", &status) == 0)
    let mask = umask(0)
    umask(mask)
    #expect(status.st_mode & 0o777 == 0o777 & ~mask, "as open to others as any new folder")
  }

  @Test func anEmptyFolderCountsAsNone() throws {
    let folder = try TemporaryFolder()
    mkdir(folder.path + "/plan", 0o777)
    try writer.write(first, to: folder.path + "/plan", replacing: false)
    #expect(folder.names == ["plan", "plan/plan.json", "plan/rota.csv"])
  }

  @Test func whatCannotBeWrittenIsKnownBeforehandAndNothingIsTouched() throws {
    let folder = try TemporaryFolder()
    let plan = folder.path + "/plan"
    try writer.check(plan, replacing: false)
    try writer.write(first, to: plan, replacing: false)
    try writer.check(plan, replacing: true)
    #expect(throws: AtomicFiles.Failure.exists(folder: plan)) { try writer.check(plan, replacing: false) }
    try folder.write("x", to: "other/notes.txt")
    let other = folder.path + "/other"
    #expect(throws: AtomicFiles.Failure.foreign(folder: other, names: ["notes.txt"])) {
      try writer.check(other, replacing: true)
    }
    #expect(throws: AtomicFiles.Failure.self) { try writer.check(folder.path + "/no/where", replacing: false) }
    #expect(folder.names == ["other", "other/notes.txt", "plan", "plan/plan.json", "plan/rota.csv"])
  }

  @Test func aPlanIsReplacedOnlyWhenAskedAndThenWholly() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/plan"
    try writer.write(first, to: path, replacing: false)
    #expect(throws: AtomicFiles.Failure.exists(folder: path)) { try writer.write(second, to: path, replacing: false) }
    #expect(folder.names == ["plan", "plan/plan.json", "plan/rota.csv"])
    try writer.write(second, to: path, replacing: true)
    #expect(folder.names == ["plan", "plan/plan.json", "plan/runs.csv"])
    #expect(try folder.read("plan/plan.json") == second[0].1)
  }

  @Test(arguments: [
    ["notes.txt": "mine"],
    ["plan.json": "{\"format\": \"rota-plan\"}", "notes.txt": "mine"],
    ["plan.json": "{\"format\": \"house plan\"}"],
    ["rota.csv": "x"],
    ["plan.json": "{\"format\": \"rota-plan\"}", "runs.csv/inner.txt": "a folder in a file's place"],
  ])
  func aFolderWithForeignFilesIsNeverReplaced(_ files: [String: String]) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "plan/" + name) }
    let before = folder.names
    for replacing in [false, true] {
      let failure = #expect(throws: AtomicFiles.Failure.self) {
        try writer.write(first, to: folder.path + "/plan", replacing: replacing)
      }
      guard case .foreign = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
    #expect(folder.names == before)
    for (name, text) in files { #expect(try folder.read("plan/" + name) == text) }
  }

  @Test func aFileARootAndTheCurrentFolderAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("text", to: "file")
    let path = folder.path + "/file"
    #expect(throws: AtomicFiles.Failure.notAFolder(path: path)) { try writer.write(first, to: path, replacing: true) }
    #expect(throws: AtomicFiles.Failure.notReplaceable(folder: "/")) {
      try writer.write(first, to: "/", replacing: true)
    }
    #expect(throws: AtomicFiles.Failure.notReplaceable(folder: ".")) {
      try writer.write(first, to: ".", replacing: true)
    }
    #expect(throws: AtomicFiles.Failure.notReplaceable(folder: "")) { try writer.write(first, to: "", replacing: true) }
    #expect(throws: AtomicFiles.Failure.self) {
      try writer.write(first, to: folder.path + "/missing/plan", replacing: true)
    }
    #expect(folder.names == ["file"])
  }

  @Test func aLinkToAPlanStaysALink() throws {
    let folder = try TemporaryFolder()
    try writer.write(first, to: folder.path + "/week28", replacing: false)
    symlink("week28", folder.path + "/latest")
    try writer.write(second, to: folder.path + "/latest", replacing: true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/latest") == "week28")
    #expect(try folder.read("week28/runs.csv") == "two\n")
    #expect(!folder.names.contains { $0.hasPrefix(".") })
  }

  @Test func aFailedWriteLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/plan"
    try writer.write(first, to: path, replacing: false)
    // The same name twice: the second file cannot be created.
    #expect(throws: AtomicFiles.Failure.self) { try writer.write(second + [second[0]], to: path, replacing: true) }
    #expect(folder.names == ["plan", "plan/plan.json", "plan/rota.csv"])
    #expect(try folder.read("plan/plan.json") == first[0].1)
  }
}
