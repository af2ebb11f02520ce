import Crypto
import Foundation
import Ledger
import Machine

@testable import Storage

/// Short ways to say what a test commits.
enum Drafts {
  static func create(_ values: KeyValuePairs<FieldKey, Value>, row: Int? = nil) -> DraftChange {
    create(Record(values.map { ($0.key, $0.value) }), row: row)
  }

  static func create(_ record: Record, row: Int? = nil) -> DraftChange {
    DraftChange(
      project: nil, kind: .create,
      fields: record.entries.map { FieldChange(key: $0.key, before: nil, after: $0.value) },
      row: row.map { SourceRow(table: 0, number: $0) })
  }

  static func update(
    _ project: ProjectID, _ key: FieldKey, _ before: Value?, _ after: Value?
  ) -> DraftChange {
    DraftChange(
      project: project, kind: .update,
      fields: [FieldChange(key: key, before: before, after: after)])
  }

  static func remove(_ project: ProjectID, _ record: Record) -> DraftChange {
    DraftChange(
      project: project, kind: .remove,
      fields: record.entries.map { FieldChange(key: $0.key, before: $0.value, after: nil) })
  }

  static func edit(day: Int = 0, _ changes: DraftChange...) -> EntryDraft {
    EntryDraft(at: Fixture.day(day), actor: "韦", kind: .edit, changes: DraftChanges(changes))
  }

  static func list(
    day: Int = 0, sender: String = "县", month: Int? = nil, _ changes: [DraftChange],
    outcomes: RowOutcomes? = nil
  ) -> EntryDraft {
    EntryDraft(
      at: Fixture.day(day), actor: "韦", kind: .import,
      source: Source(
        fileName: "list.xlsx", sha256: upload.sha256, sender: sender, year: 2026,
        asOfMonth: month,
        tables: [SourceTable(sheet: "表\t1", columns: [FieldKey(.name): 1, FieldKey(.code): 27])],
        outcomes: outcomes),
      changes: DraftChanges(changes))
  }

  static let upload: Upload = {
    let bytes = Array("list".utf8)
    return Upload(
      name: "list.xlsx", sha256: Hexadecimal.text(SHA256.hash(data: bytes)), bytes: bytes)
  }()
}

extension FieldKey {
  static let name = FieldKey(.name)
  static let code = FieldKey(.code)
  static let chain = FieldKey(.chain)
  static let remark = FieldKey(.remark)
  static let total = FieldKey(.totalInvestment)
}

extension Value {
  static func wan(_ wan: Int64) -> Value { .money(Money(fen: wan * 1_000_000)) }
}

extension Record {
  /// Its values as a sender states them.
  var stated: [Stated] { entries.map { Stated(key: $0.key, value: $0.value) } }
}
