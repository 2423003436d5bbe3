try text.write(toFile: path, atomically: true, encoding: .utf8)
