import Foundation
import Testing

@testable import RotaEngine
@testable import RotaPlanner

@Suite("Model files in another solver", .enabled(if: HiGHS.isInstalled, "python3 with highspy is not installed"))
struct ModelExchangeTests {
  @Test func bothFormatsHaveGLPKsOptimumInHiGHS() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rota-models-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let models =
      (0..<100).map { RandomModels.smallInteger(seed: $0) } + (0..<20).map { RandomModels.continuous(seed: $0) }
    var files: [String] = []
    for (number, model) in models.enumerated() {
      for (text, kind) in [(try ModelWriter.freeMPS(model), "mps"), (try ModelWriter.lp(model), "lp")] {
        let file = folder.appendingPathComponent("\(number).\(kind)")
        try text.write(to: file, atomically: true, encoding: .utf8)
        files.append(file.path)
      }
    }
    let answers = try HiGHS.solve(files)
    #expect(answers.count == files.count)
    for (number, model) in models.enumerated() {
      let expected = try GLPKMixedInteger.solve(model)
      for answer in answers[(2 * number)...(2 * number + 1)] {
        #expect((answer.status == "kOptimal") == (expected.stop == .optimal), "model \(number): \(answer.status)")
        #expect(answer.status != "unread", "model \(number)")
        guard let point = expected.point else { continue }
        #expect(abs(answer.objective - point.objective) < 1e-6 * max(1, abs(point.objective)), "model \(number)")
      }
    }
  }
}
