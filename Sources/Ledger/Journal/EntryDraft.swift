package import Foundation

/// An act to be committed: all of an `Entry` except number and hash, with its changes.
package struct EntryDraft: Sendable {
  package var at: Date
  package var actor: String
  package var kind: Entry.Kind
  package var reason: String?
  package var source: Source?
  package var undoes: Int64?
  package var particulars: Entry.Particulars
  package var unchanged: Int
  package var changes: DraftChanges
  /// Items of the catalogue to add, or to replace those of their code.
  package var items: [CatalogueItem]
  /// The notes stored with the entry.
  package var notes: EntryNotes

  package init(
    at: Date, actor: String, kind: Entry.Kind, reason: String? = nil, source: Source? = nil,
    undoes: Int64? = nil, particulars: Entry.Particulars = Entry.Particulars(),
    unchanged: Int = 0, changes: DraftChanges, items: [CatalogueItem] = [],
    notes: EntryNotes = EntryNotes()
  ) {
    self.at = at
    self.actor = actor
    self.kind = kind
    self.reason = reason
    self.source = source
    self.undoes = undoes
    self.particulars = particulars
    self.unchanged = unchanged
    self.changes = changes
    self.items = items
    self.notes = notes
  }
}

/// A change to be committed. A creation has no project yet: the commit assigns it.
package struct DraftChange: Sendable {
  package let project: ProjectID?
  package let kind: Change.Kind
  package let stated: [Stated]
  package let row: SourceRow?
  /// The inheritance from a project merged into this one.
  package let inheritance: Inheritance
  private let content: Content

  /// Receives the values of a new project one by one, in key order, with the source's text if it
  /// differs.
  package typealias Taking = (_ key: FieldKey, _ value: Value, _ raw: String?) throws -> Void

  private enum Content: Sendable {
    case made([FieldChange])
    case later(@Sendable (Taking) throws -> Void)
  }

  package init(
    project: ProjectID?, kind: Change.Kind, fields: [FieldChange], stated: [Stated] = [],
    row: SourceRow? = nil, inheritance: Inheritance = Inheritance()
  ) {
    self.init(
      project: project, kind: kind, content: .made(fields), stated: stated, row: row,
      inheritance: inheritance)
  }

  /// A new project whose values are produced on demand, so that a long list is not in memory twice.
  package init(creating row: SourceRow, values: @escaping @Sendable (Taking) throws -> Void) {
    self.init(
      project: nil, kind: .create, content: .later(values), stated: [], row: row,
      inheritance: Inheritance())
  }

  private init(
    project: ProjectID?, kind: Change.Kind, content: Content, stated: [Stated],
    row: SourceRow?, inheritance: Inheritance
  ) {
    self.project = project
    self.kind = kind
    self.content = content
    self.stated = stated
    self.row = row
    self.inheritance = inheritance
  }

  /// The values before and after, in key order; empty for a new project, whose values come from
  /// `takeValues`.
  package var fields: [FieldChange] {
    if case .made(let fields) = content { fields } else { [] }
  }

  /// Calls `take` with the values after the change, one by one.
  package func takeValues(_ take: Taking) throws {
    switch content {
    case .made(let fields):
      for field in fields {
        if let value = field.after { try take(field.key, value, field.raw) }
      }
    case .later(let handOver): try handOver(take)
    }
  }
}
