import Ledger

/// The numbers by which the balance refers to catalogue items, both ways.
struct ItemNumbers: Sendable {
  private var numbers: [CatalogueKind: [String: Int64]] = [:]
  private var codes: [String?] = []

  init(_ session: Session) throws {
    // Which number does each item go by?
    let rows = try session.rows(
      """
      SELECT id, kind, code
      FROM catalogue_item
      ORDER BY id
      """
    ) { (number: $0.int64(0), kind: CatalogueKind(rawValue: $0.text(1)), code: $0.text(2)) }
    codes = Array(repeating: nil, count: Int(rows.last?.number ?? 0) + 1)
    for row in rows {
      guard let kind = row.kind else { continue }
      numbers[kind, default: [:]][row.code] = row.number
      codes[Int(row.number)] = row.code
    }
  }

  /// One more than the greatest number.
  var limit: Int { codes.count }

  func number(of code: String, kind: CatalogueKind) -> Int64? { numbers[kind]?[code] }

  func code(of number: Int64) -> String? {
    codes.indices.contains(Int(number)) ? codes[Int(number)] : nil
  }

  /// Items of one kind with their numbers.
  func numbers(of kind: CatalogueKind) -> [String: Int64] { numbers[kind] ?? [:] }
}
