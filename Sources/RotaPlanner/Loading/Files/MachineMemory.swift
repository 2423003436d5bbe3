import Foundation

/// How much memory this process may have, in bytes.
struct MachineMemory: Hashable, Sendable {
  let bytes: Int

  /// What the machine has, the limit of the process (`ulimit -v`) and those of its control group (a container's), whichever is least.
  static let here = MachineMemory(
    bytes: ([Int(clamping: ProcessInfo.processInfo.physicalMemory), addressLimit] + groupFiles.compactMap(number))
      .min()!)

  private static let groupFiles = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]

  private static var addressLimit: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  /// The number in a file of the system; nil where there is none, or `max`.
  private static func number(_ path: String) -> Int? {
    (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
      Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}
