/// What one entry did to one project.
package struct Change: Hashable, Sendable {
  /// Whether the project came into being, altered, or left.
  package enum Kind: String, Hashable, Sendable {
    case create
    case update
    case remove
  }

  package let project: ProjectID
  package let kind: Kind
  /// In the order of their keys. A creation has no value before, a removal none after.
  package let fields: [FieldChange]
  /// What the sender stated that did not become a value of the ledger in this entry:
  /// the new base of those keys (a conflict, or a figure the ledger already held).
  package let stated: [Stated]
  /// The row it came from; nil for a hand edit.
  package let row: SourceRow?
  /// What came from a project merged into this one.
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

/// The ledger's number of a project: never reused, never changed.
package typealias ProjectID = Int64

/// One value before and after.
package struct FieldChange: Hashable, Sendable {
  package let key: FieldKey
  package let before: Value?
  package let after: Value?
  /// The source's text, kept only where it says it otherwise than the canonical form.
  package let raw: String?

  package init(key: FieldKey, before: Value?, after: Value?, raw: String? = nil) {
    self.key = key
    self.before = before
    self.after = after
    self.raw = raw
  }
}

/// A row of a source file: which table of the entry's layout, and the row's number in the file.
package struct SourceRow: Hashable, Sendable {
  package let table: Int
  package let number: Int

  package init(table: Int, number: Int) {
    self.table = table
    self.number = number
  }
}
