import Testing

@testable import RotaPlanner

/// Whatever stands in the files, reading ends with a scenario or with issues.
struct BrokenFolderTests {
  /// Reads a folder with one file replaced; gives the number of issues.
  private func read(_ template: String, _ language: Language, replacing name: String, by bytes: [UInt8]) throws -> Int {
    let folder = try TemporaryFolder()
    for (name, text) in Templates.files(template, language) { try folder.write(text, to: name) }
    try folder.write(bytes, to: name)
    do { return try LoadedScenario.read(folder: folder.path).warnings.issues.count } catch {
      #expect(error.list.hasErrors)
      #expect(!MessageCatalogue(.chinese).text(error.list).contains("[["))
      return error.list.issues.count
    }
  }

  @Test(arguments: ["week", "cooling", "legal-duty"]) func filesCutAtAnyPlaceNeverCrash(template: String) throws {
    for (name, text) in Templates.files(template, .chinese) {
      let bytes = Array(text.utf8)
      for length in stride(from: 0, to: bytes.count, by: 50) {
        _ = try read(template, .chinese, replacing: name, by: Array(bytes[..<length]))
      }
    }
  }

  @Test func damagedFilesNeverCrash() throws {
    let names = Templates.files("week", .english)
    for seed in 0..<120 {
      var random = SeededGenerator(seed: seed)
      let (name, text) = random.pick(names)
      var bytes = Array(text.utf8)
      for _ in 0..<random.int(1...20) {
        let place = random.int(0...(bytes.count - 1))
        switch random.int(0...3) {
        case 0: bytes[place] = UInt8(random.int(0...255))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(random.pick(Array(",;\"\n:-09@[{#".utf8)), at: place)
        default: bytes.swapAt(place, random.int(0...(bytes.count - 1)))
        }
        if bytes.isEmpty { break }
      }
      _ = try read("week", .english, replacing: name, by: bytes)
    }
  }

  @Test func randomBytesNeverCrash() throws {
    for seed in 0..<80 {
      var random = SeededGenerator(seed: seed)
      let name = random.pick(["scenario.yaml", "stations.csv", "staff.csv", "shift_patterns.csv", "pins.csv"])
      let bytes = (0..<random.int(0...400)).map { _ in UInt8(random.int(0...255)) }
      _ = try read("week", .english, replacing: name, by: bytes)
    }
  }
}
