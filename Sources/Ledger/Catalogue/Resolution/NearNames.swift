/// Finds the names most similar to an unknown text.
package struct NearNames: Sendable {
  private struct Name: Sendable {
    let canonical: String
    let scalars: [Unicode.Scalar]
  }

  private let names: [Name]
  private let canonical: [String: String]

  /// Takes names outside the catalogue, each with its other spellings.
  package init(_ names: [(name: String, others: [String])]) {
    canonical = [:]
    self.names = names.flatMap { name, others in
      ([name] + others).map { text in
        Name(canonical: name, scalars: Array(TextFolding.key(text).unicodeScalars))
      }
    }
  }

  init(_ items: [CatalogueItem]) {
    canonical = Dictionary(
      items.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    names = items.flatMap { item in
      ([item.name] + item.aliases.map(\.text)).map { text in
        Name(canonical: item.name, scalars: Array(TextFolding.key(text).unicodeScalars))
      }
    }
  }

  /// The names of items by their codes.
  func names(of codes: [String]) -> [String] { codes.compactMap { canonical[$0] } }

  /// Up to three canonical names, most similar first; names much less similar than the first are
  /// left out, and all below a similarity of 0.5.
  package func nearest(to key: String) -> [String] {
    let scalars = Array(key.unicodeScalars.prefix(40))
    guard scalars.count > 1 else { return [] }
    var best: [String: Double] = [:]
    for name in names {
      let score = Self.likeness(scalars, name.scalars)
      if score >= 0.5 { best[name.canonical] = max(score, best[name.canonical] ?? 0) }
    }
    let least = (best.values.max() ?? 0) - 0.2
    return best.filter { $0.value >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }

  /// The share of characters common to both in the same order, 0 to 1.
  private static func likeness(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    var row = [Int](repeating: 0, count: right.count + 1)
    for scalar in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = scalar == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[right.count]) / Double(left.count + right.count)
  }
}
