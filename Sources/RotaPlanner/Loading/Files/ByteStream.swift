import Foundation

/// Reads what a descriptor gives, up to its end or a limit: files, pipes and whatever else is put in their place.
public enum ByteStream {
  /// The most bytes that the program takes from a file or from standard input.
  public static let limit = 64 << 20

  /// Why there are no bytes.
  public enum Failure: Error, Hashable, Sendable {
    /// There are more than the limit; the rest was not read.
    case tooLong
    /// The system's reason.
    case system(String)
  }

  /// All bytes up to the end. Waits for them. A part is never taken for the whole: a failure in the middle is one.
  public static func bytes(of descriptor: Int32, limit: Int = limit) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      bytes.reserveCapacity(min(Int(status.st_size), limit))
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += piece[..<count]
        if bytes.count > limit { throw .tooLong }
      } else if count == 0 {
        return bytes
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw .system(String(cString: strerror(errno)))
      }
    }
  }
}
