import Ledger

/// The layout of one sender's lists (版式), recognised next month, so that differences are reported.
///
/// Every import stores it. What a person specified, because the layout was guessed wrong, is marked and
/// takes precedence over every rule; everything else is only compared.
package struct Recipe: Hashable, Sendable {
  package let sender: String
  /// The name of the list it was last learned from.
  package let file: String
  package let tables: [Table]

  package init(sender: String, file: String, tables: [Table]) {
    self.sender = sender
    self.file = file
    self.tables = tables
  }

  /// One table of the list.
  package struct Table: Hashable, Sendable {
    /// The sheet's name; nil if a person gave none.
    package let sheet: String?
    /// The rows of its header, if a person gave them; later lists are searched for its labels.
    package let header: ClosedRange<Int>?
    /// The beginnings of the texts of rows that a person excluded.
    package let skipped: [String]
    /// The numbers of rows that a person excluded; they apply only to the list in question.
    package let skippedRows: Set<Int>
    package let columns: [Column]
    /// Values for rows without own ones, by field, if a person gave them.
    package let constants: [String: String]

    package init(
      sheet: String?, header: ClosedRange<Int>?, skipped: [String] = [],
      skippedRows: Set<Int> = [], columns: [Column], constants: [String: String]
    ) {
      self.sheet = sheet
      self.header = header
      self.skipped = skipped
      self.skippedRows = skippedRows
      self.columns = columns
      self.constants = constants
    }
  }

  /// One column of a table.
  package struct Column: Hashable, Sendable {
    /// Its letters, such as `AB`.
    package let letters: String
    /// Its labels from top to leaf, joined by `/`; nil if a person gave none, empty if it has none.
    package let header: String?
    /// Its meaning in interchange form, a series without its period; empty for a column that is not
    /// imported.
    package let meaning: String
    /// The unit of its numbers; nil if none is stated.
    package let unit: String?
    /// Whether a person specified it.
    package let isTold: Bool

    package init(
      letters: String, header: String?, meaning: String, unit: String?, isTold: Bool
    ) {
      self.letters = letters
      self.header = header
      self.meaning = meaning
      self.unit = unit
      self.isTold = isTold
    }

    /// Its header in comparable form; its letters if it has none.
    var form: String { HeaderSignature.form(of: header ?? "", else: letters) }
  }

  /// Whether a person specified any part of it.
  package var isTold: Bool { tables.contains(where: \.isTold) }
}

extension Recipe.Table {
  package var isTold: Bool {
    header != nil || !skipped.isEmpty || !skippedRows.isEmpty || !constants.isEmpty
      || columns.contains(where: \.isTold)
  }

  /// The similarity of a table's columns, 0 to 1: the columns in both divided by those in either.
  func likeness(to forms: Set<String>) -> Double {
    let own = Set(columns.map(\.form))
    let all = own.union(forms).count
    return all == 0 ? 0 : Double(own.intersection(forms).count) / Double(all)
  }

  /// The similarity from which a table counts as the same as last month's.
  static let sameFrom = 0.5
}
