import Foundation
import Ledger

/// Determines which attributes of an item are lists, so that a typed text is stored as a list where readers
/// expect one.
struct AttributeLists {
  private let item: CatalogueItem
  private let catalogue: Catalogue

  init(_ item: CatalogueItem, in catalogue: Catalogue) {
    self.item = item
    self.catalogue = catalogue
  }

  /// The attributes at a path of comparable items: for a setting the setting itself, for other kinds all items
  /// of the kind.
  private func found(at path: [String], _ catalogue: Catalogue) -> [Attribute] {
    catalogue.items(of: item.kind).filter { item.kind != .setting || $0.code == item.code }
      .compactMap { Self.at(path, $0.attributes) }
  }

  private static func at(_ path: [String], _ attributes: Attribute) -> Attribute? {
    path.reduce(attributes as Attribute?) { $0?[$1] }
  }

  /// The attribute for a typed text: a list where comparable items have one, nil where the current value is
  /// more than texts.
  func value(_ text: String, at path: [String]) throws -> Attribute? {
    let own = Self.at(path, item.attributes)
    if case .map? = own { return nil }
    let standing = (own.map { [$0] } ?? []) + found(at: path, catalogue)
    guard
      let list = try standing.first(where: \.isList)
        ?? found(at: path, Catalogue.shipped()).first(where: \.isList)
    else { return .text(text) }
    guard list.items.count == list.texts.count else { return nil }
    let parts = text.split { "、，,".contains($0) }.map { part in
      part.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return .list(parts.filter { !$0.isEmpty }.map { .text($0) })
  }
}

extension Attribute {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
