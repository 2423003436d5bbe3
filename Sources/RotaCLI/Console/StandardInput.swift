import Foundation
import RotaPlanner

/// What is piped into the program.
enum StandardInput {
  /// All bytes up to the end. Waits for them.
  ///
  /// - Throws: why they cannot be read, or that there are more than a file may hold.
  static func bytes() throws(ScenarioError) -> [UInt8] {
    do { return try ByteStream.bytes(of: STDIN_FILENO) } catch {
      switch error {
      case .tooLong: throw ScenarioError([Issue(.inputTooLong, ["limit": ByteStream.limit >> 20])])
      case .system(let reason):
        let isClosed = errno == EBADF
        throw ScenarioError([
          Issue(.inputUnreadable, ["reason": isClosed ? .message(Message("reason.closed")) : MessageValue.text(reason)])
        ])
      }
    }
  }
}
