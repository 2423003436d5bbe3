import Foundation
import Testing

@Suite("The scenario generator", .enabled(if: python != nil))
struct ScenarioGeneratorTests {
  @Test("It makes the shipped scenarios again, byte for byte", arguments: ["xicheng-31", "heatwave"])
  func sameBytes(name: String) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-B", shippedScenarios.appendingPathComponent("generate.py").path, "-o", folder.path, name]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let shipped = shippedScenarios.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)
    #expect(names.count == 13)
    for file in names.sorted() {
      let made = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)/\(file)"))
      #expect(try made == Data(contentsOf: shipped.appendingPathComponent(file)), "\(name)/\(file)")
    }
  }
}

/// Where Python is; nil on machines without it.
private let python: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
