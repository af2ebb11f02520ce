import Engine
import Ledger

/// The changes of one entry to the catalogue.
struct AlteredItems {
  private var altered: [(item: CatalogueItem, before: String?)] = []

  /// Writes the items that are new or changed. Must precede the entry's projects, which may refer to them.
  init(_ items: [CatalogueItem], _ session: Session) throws {
    if items.isEmpty { return }
    var bodies = try CatalogueTable.bodies(session)
    var added: [CatalogueItem] = []
    for item in items {
      let key = [item.kind.rawValue, item.code]
      let before = bodies.updateValue(item.canonical, forKey: key)
      if before == item.canonical { continue }
      altered.append((item, before))
      if before == nil {
        added.append(item)
      } else {
        try CatalogueTable.add(added, session)
        added = []
        try CatalogueTable.rewrite(item, session)
      }
    }
    try CatalogueTable.add(added, session)
  }

  /// Adds them to the entry's journal, after the changes of its projects.
  func close(_ journal: EntryWriter) throws {
    try journal.append(items: altered)
  }

  /// Updates search texts, which contain names of places, for the projects as the entry leaves them.
  func refreshSearch(_ session: Session) throws {
    let places = altered.filter { item, before in
      before != nil && (item.kind == .district || item.kind == .zone)
    }
    try SearchRefresh.run(places: places.map(\.item), session)
  }
}
