import Foundation
import Testing

@testable import RotaPlanner

struct FileReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ name: String, limit: Int = 1 << 20) -> IssueCode? {
    do {
      _ = try FileReader(folder: folder.path, sizeLimit: limit).bytes(name)
      return nil
    } catch { return error.issue.code }
  }

  @Test func filesOfTheFolderAreRead() throws {
    try folder.write("x", to: "tables/a.csv")
    #expect(try FileReader(folder: folder.path).bytes("tables/a.csv") == [UInt8(ascii: "x")])
  }

  @Test func pathsOutOfTheFolderAreRefused() throws {
    let outside = try TemporaryFolder()
    try outside.write("x", to: "secret.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: outside.path + "/secret.csv")
    #expect(code("link.csv") == .pathOutsideFolder)
    #expect(code("../" + (outside.path as NSString).lastPathComponent + "/secret.csv") == .pathOutsideFolder)
    #expect(code(outside.path + "/secret.csv") == .pathOutsideFolder)
    #expect(code("") == .pathOutsideFolder)
  }

  @Test func aLinkInsideTheFolderIsFollowed() throws {
    try folder.write("x", to: "a.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.csv", withDestinationPath: "a.csv")
    #expect(code("b.csv") == nil)
  }

  @Test func missingFilesFoldersAndLargeFilesAreIssues() throws {
    try folder.write("12345", to: "stations.csv")
    try folder.write("", to: "sub/x")
    #expect(code("sub") == .fileUnreadable)
    #expect(code("stations.csv", limit: 4) == .fileTooLarge)
    #expect(code("stations.csv", limit: 5) == nil)
    do { _ = try FileReader(folder: folder.path).bytes("station.csv") } catch {
      #expect(error.issue.code == .fileMissing)
      #expect(error.issue.fix == Message("fix.didYouMean", ["guess": "stations.csv"]))
    }
    #expect(code("nothing.csv") == .fileMissing)
    #expect(!FileReader(folder: folder.path + "/none").folderExists)
  }

  @Test func theFaultStandsWhereTheFileIsNamed() throws {
    let place = SourceLocation(file: "scenario.yaml", line: 3, column: 13)
    do { _ = try FileReader(folder: folder.path).bytes("x.csv", namedAt: place) } catch {
      #expect(error.issue.location == place)
    }
  }
}

struct DidYouMeanTests {
  @Test(arguments: [
    ("statoins", "stations"), ("Staff", "staff"), ("weigth", "weight"), ("host hours", "host_hours"), ("坐位数", "座位数"),
    ("编码", "编号"),
  ])
  func slipsAreGuessed(word: String, guess: String) {
    #expect(didYouMean(word, among: ["stations", "staff", "weight", "host_hours", "座位数", "编号", "名称"]) == guess)
  }

  @Test(arguments: ["zebra", "", "x", "天气", "day7"]) func otherWordsAreNot(word: String) {
    #expect(didYouMean(word, among: ["stations", "staff", "编号", "y", "day1"]) == nil)
  }

  @Test func distanceCountsEdits() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance([], Array("abc")) == 3)
  }
}

extension TemporaryFolder {
  /// Writes any bytes.
  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
