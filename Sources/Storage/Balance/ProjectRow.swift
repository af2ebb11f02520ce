import Ledger

/// One project's values laid out as the rows of its two tables.
struct ProjectRow {
  private(set) var project = RowDraft(columns: ProjectLayout.project.count)
  private(set) var detail = RowDraft(columns: ProjectLayout.detail.count)
  private let items: ItemNumbers

  init(items: ItemNumbers) { self.items = items }

  /// Begins the rows of a project.
  mutating func begin(_ id: ProjectID, created: Int64, revision: Int64) {
    project.clear()
    detail.clear()
    project.set(ProjectLayout.Own.id.rawValue, integer: id)
    project.set(ProjectLayout.Own.created.rawValue, integer: created)
    project.set(ProjectLayout.Own.revision.rawValue, integer: revision)
    detail.set(0, integer: id)
  }

  /// Notes the month that a figure for a whole year reaches; keys come in order.
  mutating func set(reach month: Int, of key: FieldKey) {
    project.set(ProjectLayout.Own.reach.rawValue, separator: SeriesText.separator) {
      SeriesText.write(key, Int64(month), to: &$0)
    }
  }

  /// Sets a value; keys come in order.
  mutating func set(_ value: Value, of key: FieldKey) throws {
    let place = ProjectLayout.places[Int(key.field.rawValue)]
    switch place.table {
    case .project: try set(value, of: key, in: &project, at: place.index)
    case .detail: try set(value, of: key, in: &detail, at: place.index)
    }
  }

  private func set(
    _ value: Value, of key: FieldKey, in row: inout RowDraft, at column: Int
  ) throws {
    switch (value, key.field.kind) {
    case (.text(let text), .text): row.set(column, separator: nil) { $0.append(plain: text) }
    case (.money(let money), .money): row.set(column, integer: money.fen)
    case (.money(let money), .series):
      guard let period = key.period else { throw StorageError.malformedChange(row: nil) }
      row.set(column, separator: SeriesText.separator) {
        SeriesText.write(period, money.fen, to: &$0)
      }
    case (.quantity(let quantity), .quantity):
      row.set(column, integer: quantity.tenThousandths)
    case (.flag(let flag), .flag): row.set(column, integer: flag ? 1 : 0)
    case (.reference(let code), .reference(let kind)):
      row.set(column, integer: try number(of: code, kind: kind, key: key))
    case (.references(let codes), .references(let kind)):
      for code in codes { _ = try number(of: code, kind: kind, key: key) }
      row.set(column, separator: nil) { $0.append(plain: value.canonical) }
    case (.date, .date), (.list, .list):
      row.set(column, separator: nil) { $0.append(plain: value.canonical) }
    case (.membership, .memberships):
      row.set(column, separator: nil) { MembershipText.write(key, value, to: &$0) }
    default: throw StorageError.malformedChange(row: nil)
    }
  }

  private func number(of code: String, kind: CatalogueKind, key: FieldKey) throws -> Int64 {
    guard let number = items.number(of: code, kind: kind) else {
      throw StorageError.unknownReference(key: key, code: code)
    }
    return number
  }
}
