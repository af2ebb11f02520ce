import Foundation
package import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// The catalogue as it stands.
  package func catalogue() throws -> Catalogue {
    try reading { _, catalogue in catalogue }
  }

  /// The same with the words of headers that nobody altered.
  package func catalogueWithHeaders() throws -> Catalogue { try catalogue().withHeaders() }

  /// Alters an item of the catalogue, or adds one: an entry like any other.
  ///
  /// Assignments name `name`, `alias` (adds one; `-alias` takes one away), or a path into the
  /// item's attributes, such as `target.value`. The words of headers are those that rules look for: none
  /// is added, and one that the ledger does not hold yet begins as it was shipped. Throws `unknownItem`.
  package func setItem(
    _ kind: CatalogueKind, code: String, _ assignments: [(path: String, text: String)],
    reason: String?
  ) throws -> Entry {
    try writing { store, catalogue in
      let existing =
        try kind == .header ? catalogue.withHeaders().item(kind, code) : catalogue.item(kind, code)
      if kind == .header, existing == nil {
        throw OperationError.unknownItem(kind: kind.label, code: code)
      }
      var item =
        existing
        ?? CatalogueItem(
          kind: kind, code: code, name: code, position: catalogue.items(of: kind).count + 1)
      for (path, text) in assignments {
        guard let altered = item.setting(path, to: text) else {
          throw OperationError.malformedArgument("\(path)=\(text)")
        }
        item = altered
      }
      return try store.commit(
        catalogue: [item], at: now(), actor: actor, reason: reason, expecting: nil)
    }
  }
}

extension CatalogueItem {
  /// The item with one thing altered; nil when the path goes through a text.
  fileprivate func setting(_ path: String, to text: String) -> CatalogueItem? {
    var name = name
    var aliases = aliases
    var attributes = attributes
    switch path {
    case "name":
      guard !text.isEmpty else { return nil }
      // The old name still means this item.
      if !aliases.contains(where: { $0.text == name }), name != code { aliases.append(Alias(name)) }
      name = text
    case "alias": if !aliases.contains(where: { $0.text == text }) { aliases.append(Alias(text)) }
    case "-alias": aliases.removeAll { $0.text == text }
    default:
      guard
        let altered = attributes.setting(path.split(separator: ".").map(String.init)[...], to: text)
      else { return nil }
      attributes = altered
    }
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: attributes)
  }
}

extension Attribute {
  fileprivate func setting(_ path: ArraySlice<String>, to text: String) -> Attribute? {
    guard let key = path.first else { return .text(text) }
    guard case .map(var members) = self else { return nil }
    members[key] = (members[key] ?? .map([:])).setting(
      path.dropFirst(), to: text, orReplaceText: path.count == 1)
    return members[key] == nil ? nil : .map(members)
  }

  private func setting(
    _ path: ArraySlice<String>, to text: String, orReplaceText isLast: Bool
  ) -> Attribute? {
    isLast ? .text(text) : setting(path, to: text)
  }
}
