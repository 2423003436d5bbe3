/// The scenarios that `rota init` writes: small, complete, commented, in either language.
public enum Templates {
  /// The names of the templates, sorted.
  public static let names = ResourceReader.names(in: "templates")

  /// The files of a template by name and text, sorted by name; empty when there is no such template.
  public static func files(_ template: String, _ language: Language) -> [(name: String, text: String)] {
    guard names.contains(template) else { return [] }
    let folder = "templates/\(template)/\(language.rawValue)"
    return ResourceReader.names(in: folder).compactMap { name in
      ResourceReader.text(folder + "/" + name).map { (name, $0) }
    }
  }
}
