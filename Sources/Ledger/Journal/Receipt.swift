/// The result of an import, row by row: every row of its file is accounted for.
package struct Receipt: Sendable {
  package let entry: Entry
  /// The rows in file order.
  package let rows: [Row]
  /// The decisions about the sender's words that applied to the list.
  package let decisions: [Decision]
  /// The notes stored with the entry.
  package let notes: EntryNotes
  /// The catalogue after the entry.
  package let catalogue: Catalogue
  /// The month of the sender's newest list before this one, if this one's month is earlier: it changed no
  /// current value.
  package let olderThan: Period?

  package init(
    entry: Entry, rows: [Row], decisions: [Decision], notes: EntryNotes, catalogue: Catalogue,
    olderThan: Period?
  ) {
    self.olderThan = olderThan
    self.entry = entry
    self.rows = rows
    self.decisions = decisions
    self.notes = notes
    self.catalogue = catalogue
  }

  /// The meaning of a word of the sender's lists, as text.
  package struct Decision: Hashable, Sendable {
    /// The kind of word: 产业链, 单位, 表头, 冲突 …
    package let kind: String
    package let text: String
    package let meaning: String
    /// The list it was made for.
    package let file: String
    package let actor: String
    /// The entry of the decision.
    package let entry: Int64

    package init(
      kind: String, text: String, meaning: String, file: String, actor: String, entry: Int64
    ) {
      self.kind = kind
      self.text = text
      self.meaning = meaning
      self.file = file
      self.actor = actor
      self.entry = entry
    }
  }

  /// The result of a row.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case created
    case updated
    case unchanged
    /// Left to a person; nothing of it was written.
    case review
    case rejected
  }

  package struct Row: Hashable, Sendable {
    package let sheet: String
    package let number: Int
    package let outcome: Outcome
    package let project: ProjectID?
    package let name: String
    /// The values it changed; those of a new project are in the ledger, and here only on request.
    package let fields: [FieldChange]
    /// The number of values it changed.
    package let values: Int
    /// The reason why a person must decide, and the row's values.
    package let held: HeldRow?

    package init(
      sheet: String, number: Int, outcome: Outcome, project: ProjectID?, name: String,
      fields: [FieldChange] = [], values: Int, held: HeldRow? = nil
    ) {
      self.sheet = sheet
      self.number = number
      self.outcome = outcome
      self.project = project
      self.name = name
      self.fields = fields
      self.values = values
      self.held = held
    }
  }

  package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }
}
