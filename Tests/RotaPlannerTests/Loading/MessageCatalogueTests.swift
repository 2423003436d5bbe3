import Foundation
import Testing

@testable import RotaPlanner

/// The catalogue's files as they are, all keys of all files.
private let catalogue: [String: [String: String]] = ResourceReader.names(in: "messages").reduce(into: [:]) {
  all, file in
  all.merge(MessageStore.texts(String(file.dropLast(".yaml".count)))) { first, _ in first }
}

/// The text of every source file of the program.
private let sources: [String] = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Sources")
  let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
  return files.filter { $0.pathExtension == "swift" }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    .map { $0.split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n") }
}()

struct MessageCatalogueTests {
  @Test func everyKeyHasTextInBothLanguages() {
    #expect(catalogue.count > 50)
    for (key, texts) in catalogue.sorted(by: { $0.key < $1.key }) {
      #expect(Set(texts.keys) == ["zh", "en"], "\(key)")
      // A text may be meant to be empty, but then it is so in both languages.
      #expect(Set(texts.values.map(\.isEmpty)).count == 1, "\(key)")
    }
  }

  @Test func everyKeyIsInTheFileItsNameSays() {
    for file in ResourceReader.names(in: "messages") {
      let name = String(file.dropLast(".yaml".count))
      for key in MessageStore.texts(name).keys.sorted() { #expect(MessageStore.file(ofKey: key) == name, "\(key)") }
    }
  }

  @Test func bothLanguagesUseTheSamePlaceholders() {
    for (key, texts) in catalogue.sorted(by: { $0.key < $1.key }) {
      let chinese = MessageTemplate(texts["zh"] ?? "").names
      let english = MessageTemplate(texts["en"] ?? "").names
      #expect(chinese == english, "\(key)")
    }
  }

  @Test func everyKeyThatTheCodeNamesExists() {
    let call = #/(?:text|Message|message)\(\s*"([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)+)"/#
    var found = 0
    for source in sources {
      for match in source.matches(of: call) {
        found += 1
        #expect(catalogue[String(match.1)] != nil, "\(match.1)")
      }
    }
    #expect(found > 10)
  }

  @Test func everyKeyIsNamedByTheCode() {
    // Cut at every quotation mark, as looking for each key through all sources takes half a minute.
    var named: Set<String> = []
    var families: Set<String> = []
    for source in sources {
      for piece in source.utf8.split(separator: UInt8(ascii: "\"")) {
        named.insert(String(decoding: piece, as: UTF8.self))
        if let end = piece.firstIndex(of: UInt8(ascii: "\\")) {
          families.insert(String(decoding: piece[..<end], as: UTF8.self))
        }
      }
    }
    for key in catalogue.keys.sorted() where MessageStore.file(ofKey: key) != "issues" {
      let family = String(key[...(key.lastIndex(of: ".") ?? key.startIndex)])
      #expect(named.contains(key) || families.contains(family), "\(key) is in the catalogue only")
    }
  }

  @Test func everyIssueCodeHasATextAndAnAdviceAndNoOtherCodeHas() {
    let expected = Set(IssueCode.allCases.flatMap { [$0.rawValue, $0.rawValue + ".fix"] })
    #expect(Set(MessageStore.texts("issues").keys) == expected)
  }

  @Test func placeholdersAreFilledAndWordsFollowTheNumber() {
    let template = MessageTemplate("{count} {count|hour|hours} at {place}, {unknown}")
    #expect(template.filled { ["count": "1", "place": "S1"][$0] } == "1 hour at S1, {unknown}")
    #expect(template.filled { ["count": "2", "place": "S1"][$0] } == "2 hours at S1, {unknown}")
    #expect(MessageTemplate("no end {name").filled { _ in "x" } == "no end {name")
  }

  @Test func nestedMessagesAndListsSpeakTheCataloguesLanguage() {
    let message = Message("expected.choice", ["choices": [Message("expected.boolean"), Message("expected.text")]])
    #expect(MessageCatalogue(.english).text(message) == "one of: yes or no, text")
    #expect(MessageCatalogue(.chinese).text(message) == "以下之一：是 或 否、文字")
  }

  @Test func aMissingKeyShowsAsTheKey() {
    #expect(MessageCatalogue(.english).text("nothing.here") == "[[nothing.here]]")
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_GB"], .chinese), ([:], .english),
  ])
  func theLocaleChoosesTheLanguage(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
