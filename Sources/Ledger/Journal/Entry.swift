package import Foundation

/// One act that changed the ledger: who, when, why, from which file.
package struct Entry: Hashable, Sendable {
  /// The kind of act.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case setup
    case `import`
    case edit
    case undo
    case catalogue
    /// A decision about the meaning of a value in a sender's lists.
    case decide
    /// A merge of two projects that turned out to be one.
    case merge
    /// A project's move from one stage to another.
    case move
    /// A membership of a register was confirmed or refused.
    case confirm
    /// A figure from outside the ledger.
    case report
    case milestone
    case problem
    /// A task of the year changed its state.
    case task
    /// An answer to pending items of a list: its rows or values are written.
    case answer

    /// Whether the act can have a day, a document or a merge.
    package var hasParticulars: Bool {
      switch self {
      case .setup, .import, .edit, .undo, .catalogue: false
      case .decide, .merge, .move, .confirm, .report, .milestone, .problem, .task, .answer: true
      }
    }
  }

  /// The details of an act apart from its changes.
  package struct Particulars: Hashable, Sendable {
    /// The day the act is about, as precise as known; distinct from its recording.
    package var effective: PartialDate?
    /// The supporting document.
    package var evidence: String?
    package var merge: Merge?

    package init(effective: PartialDate? = nil, evidence: String? = nil, merge: Merge? = nil) {
      self.effective = effective
      self.evidence = evidence
      self.merge = merge
    }
  }

  /// A merge of one project into another.
  package struct Merge: Hashable, Sendable {
    package let project: ProjectID
    package let into: ProjectID

    package init(_ project: ProjectID, into: ProjectID) {
      self.project = project
      self.into = into
    }
  }

  /// The position in the sequence, from 1; the ledger's revision after it.
  package let number: Int64
  /// The time of recording, to the millisecond.
  package let at: Date
  package let actor: String
  package let kind: Kind
  package let reason: String?
  package let source: Source?
  /// The entry that an undo reverts.
  package let undoes: Int64?
  package let particulars: Particulars
  package let counts: Counts
  /// SHA-256 over the previous entry's hash and this entry's canonical text, in hexadecimal.
  package let hash: String

  package init(
    number: Int64, at: Date, actor: String, kind: Kind, reason: String?, source: Source?,
    undoes: Int64?, particulars: Particulars, counts: Counts, hash: String
  ) {
    self.number = number
    self.at = at
    self.actor = actor
    self.kind = kind
    self.reason = reason
    self.source = source
    self.undoes = undoes
    self.particulars = particulars
    self.counts = counts
    self.hash = hash
  }

  /// The number of projects created, changed, removed, and unchanged.
  package struct Counts: Hashable, Sendable {
    package var created = 0
    package var updated = 0
    package var removed = 0
    package var unchanged = 0

    package init(created: Int = 0, updated: Int = 0, removed: Int = 0, unchanged: Int = 0) {
      self.created = created
      self.updated = updated
      self.removed = removed
      self.unchanged = unchanged
    }
  }
}

/// The file an entry came from, and how it was parsed.
package struct Source: Hashable, Sendable {
  package let fileName: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let sha256: String
  /// The sender of the list; empty if unknown.
  package let sender: String
  /// The year meant by 今年 and dates without a year.
  package let year: Int
  /// The last month of the list's figures, if it states one (截至 3 月底).
  package let asOfMonth: Int?
  package let tables: [SourceTable]
  /// The rows without changes; nil in entries of older ledgers that did not store them.
  package let outcomes: RowOutcomes?

  package init(
    fileName: String, sha256: String, sender: String, year: Int, asOfMonth: Int?,
    tables: [SourceTable], outcomes: RowOutcomes? = nil
  ) {
    self.fileName = fileName
    self.sha256 = sha256
    self.sender = sender
    self.year = year
    self.asOfMonth = asOfMonth
    self.tables = tables
    self.outcomes = outcomes
  }
}

extension Source {
  /// The speaker of the list, as `Speaker` names it.
  package var speaker: String { Speaker.name(sender: sender, file: fileName) }

  /// The last month of its figures.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }
}

/// One table of a file, with the column of each key.
package struct SourceTable: Hashable, Sendable {
  package let sheet: String
  /// Column numbers from 0.
  package let columns: [FieldKey: Int]
  /// The constants of the sender's recipe for rows without own values, as written there.
  package let constants: [FieldKey: String]

  package init(sheet: String, columns: [FieldKey: Int], constants: [FieldKey: String] = [:]) {
    self.sheet = sheet
    self.columns = columns
    self.constants = constants
  }

  /// Whether a value comes from the recipe and not from a cell.
  package func isConstant(_ field: FieldChange) -> Bool {
    field.raw.map { constants[field.key] == $0 } ?? false
  }
}

/// The origin of a value: an entry, and for an import the cell and its text.
package struct Origin: Hashable, Sendable {
  package let entry: Int64
  package let fileName: String?
  package let sheet: String?
  /// The cell, such as `H12`; nil if the value came from the row's context, or by hand.
  package let cell: String?
  /// The source's text; nil if it equals the canonical form.
  package let raw: String?
  /// Whether it is a constant of the sender's recipe: `raw` is its text there.
  package let isConstant: Bool

  package init(
    entry: Int64, fileName: String?, sheet: String?, cell: String?, raw: String?,
    isConstant: Bool = false
  ) {
    self.entry = entry
    self.fileName = fileName
    self.sheet = sheet
    self.cell = cell
    self.raw = raw
    self.isConstant = isConstant
  }
}
