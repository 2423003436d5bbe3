/// A value of a JSON text with the place where it stands, so that faults in its meaning can be shown there.
struct JSONNode: Sendable {
  /// What it is. Numbers stay text until it is known what they must be.
  enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A key and its value.
  struct Member: Sendable {
    let key: String
    let value: JSONNode
  }

  let content: Content
  /// Offset of its first byte.
  let offset: Int

  /// The value of a key; nil when there is none or this is no object. Complexity: O(members).
  subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// A JSON text cannot be read: the offset of the first byte that does not fit.
struct JSONFault: Error, Hashable, Sendable {
  let offset: Int
}
