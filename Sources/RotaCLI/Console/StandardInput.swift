import Foundation

/// What is piped into the program.
enum StandardInput {
  /// All bytes up to the end. Waits for them.
  static func bytes() -> [UInt8] { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
}
