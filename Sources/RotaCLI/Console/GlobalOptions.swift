import ArgumentParser
import Foundation
import RotaPlanner

/// Options that mean the same in every command.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Language of messages and headings: zh or en (default: from the locale).")
  var lang: Language?

  @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
  var quiet = false

  @Flag(help: "Never use colours (also: NO_COLOR set to anything).")
  var noColor = false

  /// The language asked for, else the locale's.
  var language: Language { lang ?? Language(environment: ProcessInfo.processInfo.environment) }

  /// The texts in that language.
  var messages: MessageCatalogue { MessageCatalogue(language) }

  /// Standard output and standard error as these options want them.
  func makeConsole() -> Console {
    Console(
      isQuiet: quiet,
      colours: ColourRules(isRefused: noColor, environment: ProcessInfo.processInfo.environment))
  }
}

extension Language: ExpressibleByArgument {}
extension ProgressView.Style: ExpressibleByArgument {}
