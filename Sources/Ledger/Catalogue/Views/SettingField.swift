/// What may be set in a setting: a path, and what may stand there.
package struct SettingField: Hashable, Sendable {
  /// The parts of its path; `*` stands for any name.
  package let path: [String]
  package let kind: Kind

  /// What may stand at a path.
  package enum Kind: Hashable, Sendable {
    /// A whole number.
    case number(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// One of some words.
    case choice([String])
    /// Codes or names of items of some kinds, at least so many.
    case items([CatalogueKind], atLeast: Int)
    /// The code or name of one item.
    case item(CatalogueKind)
    /// Words that lists use.
    case words
    /// Fields by identifier or name.
    case fields
    /// Fields that can be masked, as one text.
    case sensitive
    /// Owners of fields, as one text.
    case authority
    case text(most: Int)
    case day
    /// The prefix of identifiers that the Open Contracting Partnership gives.
    case prefix
  }

  package init(_ path: String, _ kind: Kind) {
    self.path = path.split(separator: ".").map(String.init)
    self.kind = kind
  }

  /// Whether a path is this one.
  package func takes(_ parts: [String]) -> Bool {
    path.count == parts.count && zip(path, parts).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// The path as it is told: `names.*`.
  package var text: String { path.joined(separator: ".") }

  /// The paths that it stands for in a setting as it is: its own, with the names that are there.
  package func paths(in attributes: Attribute) -> [[String]] {
    var found: [(path: [String], at: Attribute?)] = [([], attributes)]
    for part in path {
      found = found.flatMap { path, attribute in
        let names = part == "*" ? attribute?.members.keys.sorted() ?? [] : [part]
        return names.map { (path + [$0], attribute?[$0]) }
      }
    }
    return found.map(\.path)
  }
}
