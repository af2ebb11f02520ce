import Engine
import Ledger

/// The rows of `catalogue_item`: the catalogue as it stands.
enum CatalogueTable {
  /// Every item, by kind and position.
  static func items(_ session: Session) throws -> [CatalogueItem] {
    // What does the ledger know by name?
    try session.rows(
      """
      SELECT kind, code, body, id
      FROM catalogue_item
      ORDER BY kind, position, id
      """
    ) { row in
      guard let item = CatalogueItem(kind: row.text(0), code: row.text(1), canonical: row.text(2))
      else { throw StorageError.damaged(table: "catalogue_item", row: row.int64(3)) }
      return item
    }
  }

  /// Every item as an entry left it; in no order.
  static func items(through entry: Int64, _ session: Session) throws -> [CatalogueItem] {
    // What did the first later change of each item replace?
    let replaced = try session.rows(
      """
      SELECT kind, code, before
      FROM catalogue_change
      WHERE id IN (
        SELECT min(id)
        FROM catalogue_change
        WHERE entry > ?
        GROUP BY kind, code
      )
      ORDER BY id
      """, .integer(entry)
    ) { (kind: $0.text(0), code: $0.text(1), before: $0.textIfAny(2)) }
    var items = Dictionary(
      try items(session).map { ([$0.kind.rawValue, $0.code], $0) }
    ) { _, last in last }
    for (kind, code, before) in replaced {
      items[[kind, code]] = try before.map { before in
        guard let item = CatalogueItem(kind: kind, code: code, canonical: before)
        else { throw StorageError.damaged(table: "catalogue_change", row: entry) }
        return item
      }
    }
    return Array(items.values)
  }

  /// The text of an item as it stands; nil when there is none of that code.
  static func body(kind: String, code: String, _ session: Session) throws -> String? {
    // What does the catalogue say of this item?
    try session.row(
      """
      SELECT body
      FROM catalogue_item
      WHERE kind = ? AND code = ?
      """, .text(kind), .text(code)
    ) { $0.text(0) }
  }

  /// Adds an item, or alters the one of its code where it is there.
  static func write(_ item: CatalogueItem, isThere: Bool, _ session: Session) throws {
    let values: [SQLValue] = [
      .text(item.name), .integer(Int64(item.position)), .text(item.canonical),
      .text(item.kind.rawValue), .text(item.code),
    ]
    if isThere {
      try session.run(
        """
        UPDATE catalogue_item
        SET name = ?, position = ?, body = ?
        WHERE kind = ? AND code = ?
        """, values)
    } else {
      try session.run(
        """
        INSERT INTO catalogue_item (name, position, body, kind, code, id)
        VALUES (?, ?, ?, ?, ?, ?)
        """, values + [.integer(try session.next("id", in: "catalogue_item"))])
    }
  }
}
