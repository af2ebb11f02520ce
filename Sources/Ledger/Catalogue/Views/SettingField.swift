/// A path in a setting, and the values allowed there.
package struct SettingField: Hashable, Sendable {
  /// The parts of its path; `*` matches any name.
  package let path: [String]
  package let kind: Kind

  /// The values allowed at a path.
  package enum Kind: Hashable, Sendable {
    /// An integer in a range.
    case number(ClosedRange<Int>)
    /// A boolean.
    case flag
    /// One of the words.
    case choice([String])
    /// Codes or names of items of these kinds, at least `atLeast`.
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
    /// A project prefix registered with the Open Contracting Partnership.
    case prefix
  }

  package init(_ path: String, _ kind: Kind) {
    self.path = path.split(separator: ".").map(String.init)
    self.kind = kind
  }

  /// Whether it matches a path.
  package func takes(_ parts: [String]) -> Bool {
    path.count == parts.count && zip(path, parts).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// The path in written form: `names.*`.
  package var text: String { path.joined(separator: ".") }

  /// The paths it matches in a setting, wildcards replaced by the names that exist.
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
