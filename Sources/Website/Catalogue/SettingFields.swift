import Ledger
import Operations
import Wording

/// The fields of a setting, each with its current value and allowed values.
enum SettingFields {
  static func views(of item: CatalogueItem, _ catalogue: Catalogue) -> [View] {
    (SettingSchema.fields(of: item.code) ?? []).flatMap { field in
      field.paths(in: item.attributes).map { view($0, field, item, catalogue) }
    }
  }

  private static func view(
    _ path: [String], _ field: SettingField, _ item: CatalogueItem, _ catalogue: Catalogue
  ) -> View {
    let value = path.reduce(item.attributes as Attribute?) { $0?[$1] }
    let words = SettingWords.value(value, field.kind, catalogue)
    let options: [String] =
      switch field.kind {
      case .flag: ["true", "false"]
      case .choice(let codes): codes
      default: []
      }
    return View([
      "path": path.joined(separator: "."), "label": SettingWords.label(path),
      "value": words, "allowed": SettingWords.allowed(field.kind), "isChosen": !options.isEmpty,
      "options": options.map { option in
        View([
          "option": option, "words": SettingWords.choice(option),
          "selected": SettingWords.choice(option) == words,
        ])
      },
    ])
  }

  /// Returns the attribute paths at which items of the kind have a text or a list of texts.
  static func paths(of kind: CatalogueKind, _ catalogue: Catalogue) -> [[String]] {
    let paths = catalogue.items(of: kind).flatMap { texts($0.attributes, []) }
    return Set(paths).filter { $0.allSatisfy(SettingWords.isNamed) }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }

  private static func texts(_ attribute: Attribute, _ path: [String]) -> [[String]] {
    switch attribute {
    case .text: [path]
    case .list(let items): items.allSatisfy { $0.text != nil } ? [path] : []
    case .map(let members): members.flatMap { texts($0.value, path + [$0.key]) }
    }
  }
}
