/// What an import did, row by row: every row of its file is accounted for.
package struct Receipt: Sendable {
  package let entry: Entry
  /// In the order of the file.
  package let rows: [Row]
  /// What was decided about the sender's words when the list was read.
  package let decisions: [Decision]
  /// What the plan said beside what was written.
  package let notes: EntryNotes
  /// The catalogue as the entry left it.
  package let catalogue: Catalogue
  /// The month of the sender's newest list before it, where this one was of an earlier month: it changed no
  /// value that stood.
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

  /// What a word of the sender's lists meant, in words.
  package struct Decision: Hashable, Sendable {
    /// What kind of word: 产业链, 单位, 表头, 冲突 …
    package let kind: String
    package let text: String
    package let meaning: String
    /// The list it was decided for.
    package let file: String
    package let actor: String
    /// The entry that decided it.
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

  /// What became of a row.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case created
    case updated
    case unchanged
    /// Waited for a person; nothing of it was written.
    case review
    case rejected
  }

  package struct Row: Hashable, Sendable {
    package let sheet: String
    package let number: Int
    package let outcome: Outcome
    package let project: ProjectID?
    package let name: String
    /// The values it altered; those of a new project stand in the ledger, and are here only where they were asked
    /// for.
    package let fields: [FieldChange]
    /// How many values it altered.
    package let values: Int
    /// Why it waited, and what it said.
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
