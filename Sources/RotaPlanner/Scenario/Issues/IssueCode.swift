/// The stable code of a kind of fault; `docs/errors.md` explains each, and scripts may rely on them.
///
/// Codes are never reused. The hundreds tell the stage: E1 files and their layout, E2 values, E3 the scenario as a whole.
public enum IssueCode: String, Sendable, CaseIterable, Hashable {
  // Files
  case fileMissing = "E101"
  case fileUnreadable = "E102"
  case pathOutsideFolder = "E103"
  case fileTooLarge = "E104"
  case textUndecodable = "E105"
  case textBinary = "E106"
  case folderMissing = "E107"
  // YAML
  case yamlSyntax = "E111"
  case yamlDuplicateKey = "E112"
  case yamlUnknownKey = "E113"
  case yamlWrongKind = "E114"
  case yamlMissingKey = "E115"
  case yamlTooDeep = "E116"
  // Tables
  case tableEmpty = "E121"
  case tableUnknownColumn = "E122"
  case tableDuplicateColumn = "E123"
  case tableMissingColumn = "E124"
  case tableRowTooLong = "E125"
  case tableRowTooShort = "E126"
  case tableQuoteOpen = "E127"
  case tableTextAfterQuote = "E128"
  // Values
  case valueMissing = "E201"
  case valueNotInteger = "E202"
  case valueOutOfRange = "E203"
  case valueNotDecimal = "E204"
  case valueNotBoolean = "E205"
  case valueNotDate = "E206"
  case valueNotWeekdays = "E207"
  case valueNotTime = "E208"
  case valueNotInterval = "E209"
  case valueNotDuration = "E210"
  case valueNotCoordinates = "E211"
  case valueNotChoice = "E212"

  /// Codes beginning with W are warnings, all others errors.
  public var severity: Severity { rawValue.hasPrefix("W") ? .warning : .error }
}
