print("bound \(bound)")
printer.print(table)
FileHandle.standardError.write(data)
fputs("x", stderr)
