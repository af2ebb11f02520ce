import Engine
import Ledger

/// The rows of `catalogue_item`: the current catalogue.
enum CatalogueTable {
  /// Which items does the catalogue have?
  static let all = ForeseenQuery(
    """
    SELECT kind, code, body, id
    FROM catalogue_item
    ORDER BY kind, position, id
    """, [], isStream: false)

  /// Every item, by kind and position.
  static func items(_ session: Session) throws -> [CatalogueItem] {
    try session.rows(all) { row in
      guard let item = CatalogueItem(kind: row.text(0), code: row.text(1), canonical: row.text(2))
      else { throw StorageError.damaged(table: "catalogue_item", row: row.int64(3)) }
      return item
    }
  }

  /// Every item as of an entry, in no order.
  static func items(through entry: Int64, _ session: Session) throws -> [CatalogueItem] {
    // Which values did the first later change of each item replace?
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

  /// The current text of an item; nil if there is no item of that code.
  static func body(kind: String, code: String, _ session: Session) throws -> String? {
    // What is the text of this item?
    try session.row(
      """
      SELECT body
      FROM catalogue_item
      WHERE kind = ? AND code = ?
      """, .text(kind), .text(code)
    ) { $0.text(0) }
  }

  /// The texts of all items, by kind and code.
  static func bodies(_ session: Session) throws -> [[String]: String] {
    // What is the text of each item?
    let rows = try session.rows(
      """
      SELECT kind, code, body
      FROM catalogue_item
      """
    ) { ([$0.text(0), $0.text(1)], $0.text(2)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Adds items with new codes.
  static func add(_ items: [CatalogueItem], _ session: Session) throws {
    if items.isEmpty { return }
    let first = try session.next("id", in: "catalogue_item")
    let insertion = try session.connection.insertion(
      into: "catalogue_item", ["id", "kind", "code", "name", "position", "body"])
    try insertion.run(items.count) { place, row, before in
      let item = items[place]
      row.bind(first + Int64(place), at: before + 1)
      try row.bind(.text(item.kind.rawValue), at: before + 2)
      try row.bind(.text(item.code), at: before + 3)
      try row.bind(.text(item.name), at: before + 4)
      row.bind(Int64(item.position), at: before + 5)
      try row.bind(.text(item.canonical), at: before + 6)
    }
  }

  /// Updates the item with the same kind and code.
  static func rewrite(_ item: CatalogueItem, _ session: Session) throws {
    try session.run(
      """
      UPDATE catalogue_item
      SET name = ?, position = ?, body = ?
      WHERE kind = ? AND code = ?
      """, .text(item.name), .integer(Int64(item.position)), .text(item.canonical),
      .text(item.kind.rawValue), .text(item.code))
  }
}
