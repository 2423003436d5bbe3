import Testing

@testable import RotaPlanner

struct TemplateTests {
  @Test func thereIsATemplateForEachUse() { #expect(Templates.names == ["cooling", "legal-duty", "week"]) }

  @Test(arguments: Templates.names, Language.allCases)
  func everyTemplateIsAValidScenarioWithoutWarnings(template: String, language: Language) throws {
    let loaded = try load(template, language)
    #expect(loaded.warnings.issues.isEmpty, "\(MessageCatalogue(.english).text(loaded.warnings))")
    #expect(!loaded.scenario.name.isEmpty)
    #expect(!loaded.scenario.staff.isEmpty)
  }

  @Test(arguments: Templates.names) func bothLanguagesSayTheSame(template: String) throws {
    let chinese = try load(template, .chinese).scenario
    let english = try load(template, .english).scenario
    #expect(chinese.stations.map(\.hostHours) == english.stations.map(\.hostHours))
    #expect(chinese.stations.map(\.promisedHours) == english.stations.map(\.promisedHours))
    #expect(chinese.contracts == english.contracts)
    #expect(chinese.staff.map(\.available) == english.staff.map(\.available))
    #expect(chinese.staff.map(\.homeStations) == english.staff.map(\.homeStations))
    #expect(chinese.shiftPatterns == english.shiftPatterns)
    #expect(chinese.workerGroups.map(\.reach) == english.workerGroups.map(\.reach))
    #expect(chinese.visitTable == english.visitTable)
    #expect(chinese.heat == english.heat)
    #expect(chinese.delivery.slots == english.delivery.slots)
    #expect(chinese.delivery.sites.map(\.windows) == english.delivery.sites.map(\.windows))
    #expect(chinese.delivery.sites.map(\.allowedGoods) == english.delivery.sites.map(\.allowedGoods))
    #expect(chinese.pins.map(\.demand) == english.pins.map(\.demand))
    #expect(chinese.weights == english.weights)
  }

  private func load(_ template: String, _ language: Language) throws -> LoadedScenario {
    let folder = try TemporaryFolder()
    for (name, text) in Templates.files(template, language) { try folder.write(text, to: name) }
    do { return try LoadedScenario.read(folder: folder.path) } catch {
      Issue.record("\(MessageCatalogue(.english).text(error.list))")
      throw error
    }
  }
}
