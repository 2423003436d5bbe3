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

  @Test func whatCannotBeWrittenAtAllIsToldBeforehand() throws {
    let folder = try TemporaryFolder()
    symlink("nowhere", folder.path + "/link")
    let link = folder.path + "/link"
    #expect(throws: AtomicFiles.Failure.brokenLink(path: link)) { try writer.check(link, replacing: true) }
    let tooLong = folder.path + "/" + String(repeating: "n", count: 256)
    #expect(throws: AtomicFiles.Failure.self) { try writer.check(tooLong, replacing: false) }
    #expect(throws: AtomicFiles.Failure.self) { try writer.check("/proc/plan", replacing: false) }
    #expect(throws: AtomicFiles.Failure.self) {
      try writer.check(folder.path + "/plan", replacing: false, holding: ["base", String(repeating: "n", count: 256)])
    }
    try writer.check(folder.path + "/plan", replacing: false, holding: ["base", "sick"])
    #expect(folder.names == ["link"])
  }

  @Test func theLongestNameIsWritten() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "n", count: 255)
    try writer.check(folder.path + "/" + name, replacing: false)
    try writer.write(first, to: folder.path + "/" + name, replacing: false)
    #expect(folder.names == [name, name + "/plan.json", name + "/rota.csv"])
  }

  @Test func leftOversOfDeadProcessesAreTidiedAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let dead = Int32.max
    for name in [".plan.\(dead)-0.partial/plan.json", ".plan.\(dead)-1.partial/rota.csv"] {
      try folder.write("x", to: name)
    }
    let others = [
      ".other.\(dead)-0.partial/plan.json", ".plan.\(dead)-2.partial/notes.txt",
      ".plan.\(getppid())-0.partial/plan.json",
      ".plan.mine.partial/plan.json", "plan.\(dead)-0.partial/plan.json",
    ]
    for name in others { try folder.write("x", to: name) }
    let left = try writer.write(first, to: folder.path + "/plan", replacing: false)
    #expect(left == [folder.path + "/.plan.\(dead)-2.partial"])
    #expect(
      folder.names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".txt") } == (others + ["plan/plan.json"]).sorted())
    #expect(!folder.names.contains(".plan.\(dead)-1.partial"))
  }

  @Test func whatIsBeingWrittenIsNotTidied() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/plan"
    // As if another machine with the same numbers for its processes were writing: the lock tells.
    let living = folder.path + "/.plan.\(Int32.max)-0.partial"
    try folder.write("x", to: ".plan.\(Int32.max)-0.partial/plan.json")
    let descriptor = open(living, O_RDONLY)
    flock(descriptor, LOCK_EX)
    #expect(try writer.write(first, to: target, replacing: false) == [])
    #expect(folder.names.contains(".plan.\(Int32.max)-0.partial/plan.json"))
    close(descriptor)
    #expect(try writer.write(second, to: target, replacing: true) == [])
    #expect(folder.names == ["plan", "plan/plan.json", "plan/runs.csv"])
  }

  @Test func whatCannotBePutIntoPlaceIsKeptUnderANameThatStays() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/plan"
    for expected in ["plan.new", "plan.new-2"] {
      let scratch = try AtomicFiles.Scratch.folder(beside: target)
      defer { scratch.release() }
      errno = EBUSY
      let failure = AtomicFiles.keep(scratch, for: target, shown: "plan")
      #expect(failure == .kept(path: "plan", kept: folder.path + "/" + expected, reason: "Device or resource busy"))
    }
    #expect(folder.names == ["plan.new", "plan.new-2"])
  }

  @Test func aPathThatIsNoTextIsWrittenUnderItsOwnBytes() throws {
    let folder = try TemporaryFolder()
    let name: [UInt8] = [0xD6, 0xDC]
    let path = SystemPath.text(Array((folder.path + "/").utf8) + name)
    for files in [first, second] {
      try writer.check(path, replacing: true)
      try writer.write(files, to: path, replacing: true)
    }
    #expect(SystemPath.names(in: folder.path).map { $0.map(SystemPath.bytes) } == [name])
    #expect(try PlanReaderBytes.read(path + "/runs.csv") == "two\n")
  }
}

private enum PlanReaderBytes {
  static func read(_ path: String) throws -> String {
    let (folder, name) = SystemPath.split(path)
    return String(decoding: try FileReader(folder: folder).bytes(name), as: UTF8.self)
  }
}

/// One file, whole or not at all.
@Suite struct AtomicFileTests {
  @Test func aFileIsWrittenAndReplacedAndItsLinkAndModeStay() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/model.mps"
    try AtomicFiles.checkFile(path)
    #expect(folder.names.isEmpty)
    try AtomicFiles.write("one", toFile: path)
    chmod(path, 0o640)
    symlink("model.mps", folder.path + "/latest")
    try AtomicFiles.checkFile(folder.path + "/latest")
    try AtomicFiles.write("two", toFile: folder.path + "/latest")
    #expect(try folder.read("model.mps") == "two")
    #expect(folder.names == ["latest", "model.mps"])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/latest") == "model.mps")
  }

  @Test func whatIsNoFileIsRefusedOrWrittenTo() throws {
    let folder = try TemporaryFolder()
    symlink("nowhere", folder.path + "/link")
    for path in [
      "/", folder.path, folder.path + "/no/where", folder.path + "/new/", folder.path + "/link", "/proc/x", "",
    ] {
      #expect(throws: AtomicFiles.Failure.self, "\(path)") { try AtomicFiles.checkFile(path) }
      #expect(throws: AtomicFiles.Failure.self, "\(path)") { try AtomicFiles.write("x", toFile: path) }
    }
    try AtomicFiles.checkFile("/dev/null")
    try AtomicFiles.write("x", toFile: "/dev/null")
    #expect(
      throws: AtomicFiles.Failure.system(operation: "write", path: "/dev/full", reason: "No space left on device")
    ) {
      try AtomicFiles.write("x", toFile: "/dev/full")
    }
    #expect(folder.names == ["link"])
  }

  @Test func filesOfDeadProcessesAreTidied() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: ".model.mps.\(Int32.max)-0.partial")
    try folder.write("x", to: ".model.mps.\(getppid())-0.partial")
    #expect(try AtomicFiles.write("two", toFile: folder.path + "/model.mps") == [])
    #expect(folder.names == [".model.mps.\(getppid())-0.partial", "model.mps"])
  }
}
