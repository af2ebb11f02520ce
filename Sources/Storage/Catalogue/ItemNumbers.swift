import Engine
import Ledger

/// The numbers by which the balance refers to catalogue items, in both directions.
struct ItemNumbers: Sendable {
  private var numbers: [CatalogueKind: [String: Int64]] = [:]
  private var codes: [String?] = []
  private var kinds: [CatalogueKind?] = []
  /// One more than the greatest number; stored because every scanned row uses it.
  private(set) var limit = 1

  init(_ session: Session) throws {
    guard let memo = session.memo else {
      try self.init(reading: session)
      return
    }
    self = try memo.items(through: CatalogueTable.lastChange(session)) {
      try ItemNumbers(reading: session)
    }
  }

  /// Which number does each item have?
  static let all = ForeseenQuery(
    """
    SELECT id, kind, code
    FROM catalogue_item
    ORDER BY id
    """, [], isStream: false)

  private init(reading session: Session) throws {
    let rows = try session.rows(Self.all) { row in
      (
        number: try row.key(0, in: Stored.item, "catalogue_item"),
        kind: CatalogueKind(rawValue: row.text(1)), code: row.text(2)
      )
    }
    codes = Array(repeating: nil, count: Int(rows.last?.number ?? 0) + 1)
    kinds = Array(repeating: nil, count: codes.count)
    for row in rows {
      guard let kind = row.kind else { continue }
      numbers[kind, default: [:]][row.code] = row.number
      codes[Int(row.number)] = row.code
      kinds[Int(row.number)] = kind
    }
    limit = codes.count
  }

  func number(of code: String, kind: CatalogueKind) -> Int64? { numbers[kind]?[code] }

  func code(of number: Int64) -> String? {
    codes.indices.contains(Int(number)) ? codes[Int(number)] : nil
  }

  /// The code of an item of a kind; nil if the number belongs to another kind.
  func code(of number: Int64, _ kind: CatalogueKind?) -> String? {
    guard let code = code(of: number), kinds[Int(number)] == kind else { return nil }
    return code
  }

  /// The number of the item of a kind that a column of a project refers to; 0 for none. Throws `damaged` if there is
  /// no such item, because counts are indexed by these numbers.
  func number(_ row: any Statement, _ column: Int32, _ kind: CatalogueKind) throws -> Int {
    let number = row.int64(column)
    guard number == 0 || 1..<Int64(limit) ~= number && kinds[Int(number)] == kind else {
      throw StorageError.damaged(table: "project", row: row.int64(0))
    }
    return Int(number)
  }

  /// Items of one kind with their numbers.
  func numbers(of kind: CatalogueKind) -> [String: Int64] { numbers[kind] ?? [:] }
}
