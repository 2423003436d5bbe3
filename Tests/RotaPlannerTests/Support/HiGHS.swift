import Foundation

/// Python with HiGHS, an independent solver and reader of model files.
enum HiGHS {
  static let isInstalled: Bool = (try? run("import highspy")) != nil

  /// Reads each file, solves it, and gives the model status and the objective of each as `status objective`.
  static func solve(_ files: [String]) throws -> [(status: String, objective: Double)] {
    let script = """
      import highspy, sys
      for path in sys.argv[1:]:
          highs = highspy.Highs()
          highs.setOptionValue("output_flag", False)
          highs.setOptionValue("mip_rel_gap", 0.0)
          read = highs.readModel(path)
          if read != highspy.HighsStatus.kOk:
              print("answer unread", 0)
              continue
          highs.run()
          print("answer", highs.getModelStatus().name, repr(highs.getInfo().objective_function_value))
      """
    // HiGHS says things of its own on standard output, whatever its flags.
    return try run(script, files).split(separator: "\n").filter { $0.hasPrefix("answer ") }.map { line in
      let words = line.split(separator: " ")
      return (String(words[1]), Double(words[2]) ?? .nan)
    }
  }

  private static func run(_ script: String, _ arguments: [String] = []) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}
