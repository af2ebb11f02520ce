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
      guard let kind = CatalogueKind(rawValue: row.text(0)),
        let item = CatalogueItem(kind: kind, code: row.text(1), canonical: row.text(2))
      else { throw StorageError.damaged(table: "catalogue_item", row: row.int64(3)) }
      return item
    }
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

  /// Adds an item, or alters the one of its code.
  static func write(_ item: CatalogueItem, _ session: Session) throws {
    try session.run(
      """
      INSERT INTO catalogue_item (kind, code, name, position, body)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (kind, code) DO UPDATE
      SET name = excluded.name, position = excluded.position, body = excluded.body
      """, .text(item.kind.rawValue), .text(item.code), .text(item.name),
      .integer(Int64(item.position)), .text(item.canonical))
  }
}
