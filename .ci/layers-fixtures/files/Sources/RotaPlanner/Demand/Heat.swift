rows.append(contentsOf: more)
let text = try String(contentsOfFile: path)
let data = try Data(contentsOf: url)
let table = Bundle.module.url(forResource: "heat", withExtension: "csv")
let shown = "the file is \(FileManager.default.currentDirectoryPath)"
let words = "FileManager in a text is none"
