import Engine
import Ledger

/// What one entry does to the catalogue.
struct AlteredItems {
  private var altered: [(item: CatalogueItem, before: String?)] = []

  /// Writes the items that are new or say something else; the others leave no trace. Before the
  /// projects of the entry, which may refer to them.
  init(_ items: [CatalogueItem], _ session: Session) throws {
    for item in items {
      let before = try CatalogueTable.body(kind: item.kind.rawValue, code: item.code, session)
      if before == item.canonical { continue }
      try CatalogueTable.write(item, isThere: before != nil, session)
      altered.append((item, before))
    }
  }

  /// Adds them to the entry's journal, behind the changes of its projects.
  func close(_ journal: EntryWriter, _ session: Session) throws {
    for (item, before) in altered { try journal.append(item: item, before: before) }
    let places = altered.filter { item, before in
      before != nil && (item.kind == .district || item.kind == .zone)
    }
    try SearchRefresh.run(places: places.map(\.item), session)
  }
}
