/// The changes of one entry to one project.
package struct Change: Hashable, Sendable {
  /// Whether the project was created, changed or removed.
  package enum Kind: String, Hashable, Sendable {
    case create
    case update
    case remove
  }

  package let project: ProjectID
  package let kind: Kind
  /// The changed values in key order. A creation has no value before, a removal none after.
  package let fields: [FieldChange]
  /// The sender's statements that did not become values of the ledger in this entry: the new base
  /// of those keys (a conflict, or a figure the ledger already had).
  package let stated: [Stated]
  /// The row it came from; nil for a manual edit.
  package let row: SourceRow?
  /// The inheritance from a project merged into this one.
  package let inheritance: Inheritance

  package init(
    project: ProjectID, kind: Kind, fields: [FieldChange], stated: [Stated] = [],
    row: SourceRow? = nil, inheritance: Inheritance = Inheritance()
  ) {
    self.project = project
    self.kind = kind
    self.fields = fields
    self.stated = stated
    self.row = row
    self.inheritance = inheritance
  }
}

/// The number of a project: never reused, never changed.
package typealias ProjectID = Int64

/// One value before and after.
package struct FieldChange: Hashable, Sendable {
  package let key: FieldKey
  package let before: Value?
  package let after: Value?
  /// The source's text, stored only if it differs from the canonical form.
  package let raw: String?

  package init(key: FieldKey, before: Value?, after: Value?, raw: String? = nil) {
    self.key = key
    self.before = before
    self.after = after
    self.raw = raw
  }
}

/// A row of a source file: the table in the entry's layout, and the row's number in the file.
package struct SourceRow: Hashable, Sendable {
  package let table: Int
  package let number: Int

  package init(table: Int, number: Int) {
    self.table = table
    self.number = number
  }
}
