package import Foundation

/// One act that altered the ledger: who, when, why, from which file.
package struct Entry: Hashable, Sendable {
  /// What kind of act it was.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case setup
    case `import`
    case edit
    case undo
    case catalogue
    /// What a value of a sender's lists means was decided.
    case decide
    /// Two projects turned out to be one.
    case merge
    /// A project went from one stage to another.
    case move
    /// A place on a register was confirmed, or refused.
    case confirm
    /// A figure from outside the ledger.
    case report
    case milestone
    case problem
    /// A task of the year went on.
    case task
    /// What waited in a list was settled: its rows or values are written.
    case answer

    /// Whether the act may speak of a day, a document or a merge.
    package var hasParticulars: Bool {
      switch self {
      case .setup, .import, .edit, .undo, .catalogue: false
      case .decide, .merge, .move, .confirm, .report, .milestone, .problem, .task, .answer: true
      }
    }
  }

  /// What an act says beside its changes.
  package struct Particulars: Hashable, Sendable {
    /// The day the act is about, as precise as known; its recording has another.
    package var effective: PartialDate?
    /// The document behind it.
    package var evidence: String?
    package var merge: Merge?

    package init(effective: PartialDate? = nil, evidence: String? = nil, merge: Merge? = nil) {
      self.effective = effective
      self.evidence = evidence
      self.merge = merge
    }
  }

  /// Which project became part of which.
  package struct Merge: Hashable, Sendable {
    package let project: ProjectID
    package let into: ProjectID

    package init(_ project: ProjectID, into: ProjectID) {
      self.project = project
      self.into = into
    }
  }

  /// Position in the sequence, from 1; the ledger's revision after it.
  package let number: Int64
  /// When the ledger recorded it, to the millisecond.
  package let at: Date
  package let actor: String
  package let kind: Kind
  package let reason: String?
  package let source: Source?
  /// The entry that an undo takes back.
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

  /// How many projects it created, altered, removed, and found unaltered.
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

/// The file an entry came from, and how it was read.
package struct Source: Hashable, Sendable {
  package let fileName: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let sha256: String
  /// Who sent the list; empty when nobody said.
  package let sender: String
  /// The year that 今年 and dates without a year mean.
  package let year: Int
  /// The month that the list's figures reach, when it states one (截至 3 月底).
  package let asOfMonth: Int?
  package let tables: [SourceTable]
  /// The rows that altered nothing; nil in entries of ledgers that did not keep them yet.
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
  /// Whose word the list is.
  package var speaker: String { Speaker.name(sender: sender, file: fileName) }

  /// The month that its figures reach.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }
}

/// One table of a file: which column each value stood in.
package struct SourceTable: Hashable, Sendable {
  package let sheet: String
  /// Column numbers from 0.
  package let columns: [FieldKey: Int]
  /// What the sender's recipe gives rows that say nothing themselves, as it is written there.
  package let constants: [FieldKey: String]

  package init(sheet: String, columns: [FieldKey: Int], constants: [FieldKey: String] = [:]) {
    self.sheet = sheet
    self.columns = columns
    self.constants = constants
  }

  /// Whether a value is the recipe's and stands in no cell.
  package func isConstant(_ field: FieldChange) -> Bool {
    field.raw.map { constants[field.key] == $0 } ?? false
  }
}

/// Where a value came from: an entry, and for an import the cell and its text.
package struct Origin: Hashable, Sendable {
  package let entry: Int64
  package let fileName: String?
  package let sheet: String?
  /// Such as `H12`; nil when the value came from the row's context, or by hand.
  package let cell: String?
  /// The source's text; nil when it is the canonical form.
  package let raw: String?
  /// Whether the sender's recipe gives it to every row: `raw` is what stands there.
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
