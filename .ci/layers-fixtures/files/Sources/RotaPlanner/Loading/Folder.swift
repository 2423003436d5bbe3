let names = FileManager.default.contents(atPath: path)
