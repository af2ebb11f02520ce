/// The parsed pattern of a route.
struct RoutePath: Sendable {
  private enum Part {
    case word(String)
    /// `{book}.xlsx` is a parameter with an ending.
    case name(String, ending: String)
  }

  private let parts: [Part]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { part in
      guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else {
        return .word(String(part))
      }
      return .name(
        String(part[..<end].dropFirst()), ending: String(part[part.index(after: end)...]))
    }
  }

  var count: Int { parts.count }

  /// Returns the parameters of a path by name; nil if the path does not match.
  func parameters(of path: [String]) -> [String: String]? {
    guard path.count == parts.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, given) in zip(parts, path) {
      switch part {
      case .word(let word): if word != given { return nil }
      case .name(let name, let ending):
        guard given.hasSuffix(ending), given.utf8.count > ending.utf8.count else { return nil }
        parameters[name] = String(given.dropLast(ending.count))
      }
    }
    return parameters
  }
}
