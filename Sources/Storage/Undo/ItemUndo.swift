import Engine
import Ledger

/// Plans the effect of an undo on the catalogue, item by item.
///
/// An item that still has the entry's text is restored to its previous one, ignoring entries that were undone since,
/// or withdrawn if it was new. An item that was altered since, or that was added and is in use, stays.
struct ItemUndo {
  private(set) var reverted: [UndoPlan.RevertedItem] = []
  private(set) var kept: [UndoPlan.KeptItem] = []

  /// `later` are the headers including the undo.
  init(of entry: Int64, later: EntryHeaders, _ session: Session) throws {
    // Which items did the entry change, and which entry altered each of them last?
    let changes = try session.rows(
      """
      SELECT c.kind, c.code, c.before, c.after, c.id, (
        SELECT max(l.entry)
        FROM catalogue_change AS l
        WHERE l.kind = c.kind AND l.code = c.code)
      FROM catalogue_change AS c
      WHERE c.entry = ?
      ORDER BY c.id
      """, .integer(entry)
    ) { row in
      try Change(row)
    }
    var inUse: ItemsInUse?
    for change in changes {
      let name = change.after.name
      let kind = change.after.kind
      let current = try CatalogueTable.body(kind: kind.rawValue, code: change.after.code, session)
      guard current == change.after.canonical else {
        kept.append(UndoPlan.KeptItem(kind: kind, name: name, reason: .altered(by: change.last)))
        continue
      }
      let before = try Self.standing(before: change, of: entry, later, session)
      if before == nil, ItemsInUse.kinds.contains(kind) {
        let used = try inUse ?? ItemsInUse(session)
        inUse = used
        if used.contains(change.after) {
          kept.append(UndoPlan.KeptItem(kind: kind, name: name, reason: .inUse))
          continue
        }
      }
      reverted.append(
        UndoPlan.RevertedItem(
          kind: kind, name: name, isWithdrawn: before == nil,
          item: before ?? change.after.withdrawn))
    }
  }

  /// The item before an entry, ignoring entries that are undone.
  private static func standing(
    before change: Change, of entry: Int64, _ later: EntryHeaders, _ session: Session
  ) throws -> CatalogueItem? {
    guard var before = change.before else { return nil }
    // Which entries altered this item before, latest first?
    let earlier = try session.rows(
      """
      SELECT kind, code, before, after, id, entry
      FROM catalogue_change
      WHERE kind = ? AND code = ? AND entry < ?
      ORDER BY id DESC
      """, .text(before.kind.rawValue), .text(before.code), .integer(entry)
    ) { row in
      try Change(row)
    }
    for act in earlier {
      guard act.after.canonical == before.canonical, later.isUndone(act.last) else { break }
      guard let first = act.before else { return nil }
      before = first
    }
    return before
  }

  private struct Change {
    let before: CatalogueItem?
    let after: CatalogueItem
    /// The entry of the last change of the item, or of this one.
    let last: Int64

    init(_ row: any Statement) throws {
      func item(_ body: String?) throws -> CatalogueItem? {
        guard let body else { return nil }
        guard let item = CatalogueItem(kind: row.text(0), code: row.text(1), canonical: body)
        else { throw StorageError.damaged(table: "catalogue_change", row: row.int64(4)) }
        return item
      }
      guard let after = try item(row.text(3)) else {
        throw StorageError.damaged(table: "catalogue_change", row: row.int64(4))
      }
      self.after = after
      before = try item(row.textIfAny(2))
      last = row.int64(5)
    }
  }
}

/// The catalogue items that projects refer to.
private struct ItemsInUse {
  private var codes: [CatalogueKind: Set<String>] = [:]

  /// The kinds of items that a project can refer to.
  static let kinds: Set<CatalogueKind> = Set(
    Field.allCases.compactMap { field in
      switch field.storedKind {
      case .reference(let kind), .references(let kind): kind
      case .memberships: .register
      default: nil
      }
    })

  init(_ session: Session) throws {
    let reader = try ProjectReader(items: ItemNumbers(session), session)
    // Which values do the projects have?
    let statement = try session.stream(
      """
      SELECT \(ProjectReader.columns)
      FROM \(ProjectReader.tables)
      """)
    while try statement.step() {
      for entry in try reader.row(statement).record.entries { note(entry) }
    }
  }

  func contains(_ item: CatalogueItem) -> Bool { codes[item.kind]?.contains(item.code) == true }

  private mutating func note(_ entry: Record.Entry) {
    switch (entry.key.field.storedKind, entry.value) {
    case (.reference(let kind), .reference(let code)): codes[kind, default: []].insert(code)
    case (.references(let kind), .references(let list)): codes[kind, default: []].formUnion(list)
    case (_, .matter(let matter)):
      if let unit = matter.unit { codes[.unit, default: []].insert(unit) }
    case (.memberships, _):
      if case .register(let name, _) = entry.key.part {
        codes[.register, default: []].insert(name.text)
      }
    default: break
    }
  }
}
