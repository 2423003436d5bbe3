let handle = FileHandle(forWritingAtPath: path)
