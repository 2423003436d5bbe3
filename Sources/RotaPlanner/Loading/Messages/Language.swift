/// A language the program speaks.
public enum Language: String, Sendable, CaseIterable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// The language of the locale: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; English when none names a known one.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = (locale ?? "").lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// What stands between the items of a list.
  var listSeparator: String { self == .chinese ? "、" : ", " }
}
