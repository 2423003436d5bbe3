import Foundation

extension CellType where Value == TimeZone {
  /// The name of a time zone of the IANA data base: `Europe/Berlin`.
  static var timeZone: CellType {
    CellType(Message("expected.timeZone"), .valueNotChoice) { text in
      text.contains("/") || text == "UTC" ? TimeZone(identifier: text) : nil
    }
  }
}
