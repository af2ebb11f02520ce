import Ledger

/// The construction projects that the report names, by their names and short names. Groups of works are left out: many
/// projects share their names.
struct NamedBuilds: Sendable {
  private let codes: [[Unicode.Scalar]: String]

  init(_ catalogue: Catalogue) {
    var codes: [[Unicode.Scalar]: String] = [:]
    for item in catalogue.items(of: .build) where NamedBuild(item).form != .package {
      for name in [item.name] + item.aliases.map(\.text) {
        codes[Self.key(NameText(name))] = item.code
      }
    }
    self.codes = codes
  }

  /// The code of the construction project with a name.
  func code(of name: NameText) -> String? { codes[Self.key(name)] }

  private static let generic = NameWords(["项目", "工程", "建设"])

  private static func key(_ name: NameText) -> [Unicode.Scalar] {
    var text = name
    text.drop(generic)
    text.dropPunctuation()
    return text.scalars
  }
}
