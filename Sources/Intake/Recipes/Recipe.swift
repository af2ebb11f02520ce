import Ledger

/// How the lists of one sender are laid out (版式): known again next month, so that what differs is said.
///
/// Every import leaves it behind. What a person told, because the layout was guessed wrong, is marked
/// and counts before every rule; the rest is only compared.
package struct Recipe: Hashable, Sendable {
  package let sender: String
  /// The list it was last met in.
  package let file: String
  package let tables: [Table]

  package init(sender: String, file: String, tables: [Table]) {
    self.sender = sender
    self.file = file
    self.tables = tables
  }

  /// One table of the list.
  package struct Table: Hashable, Sendable {
    /// The sheet's name; nil when a person named none.
    package let sheet: String?
    /// The rows of its header, where a person told them; they are found again by their labels.
    package let header: ClosedRange<Int>?
    /// Rows that a person told to leave out, by how their text begins.
    package let skipped: [String]
    /// The same, by number: only of the list that the person had before them.
    package let skippedRows: Set<Int>
    package let columns: [Column]
    /// Values of rows that say nothing themselves, by field, where a person told them.
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
    /// Its labels from top to leaf, joined by `/`; nil when a person named none, empty where there is
    /// none.
    package let header: String?
    /// What it means in interchange form, a series without its period; empty for a column that is not
    /// imported.
    package let meaning: String
    /// The unit of its numbers; nil when none is stated.
    package let unit: String?
    /// Whether a person said so.
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

    /// Its header in the form in which it is known again; its letters where it has none.
    var form: String { HeaderSignature.form(of: header ?? "", else: letters) }
  }

  /// Whether a person told any of it.
  package var isTold: Bool { tables.contains(where: \.isTold) }
}

extension Recipe.Table {
  package var isTold: Bool {
    header != nil || !skipped.isEmpty || !skippedRows.isEmpty || !constants.isEmpty
      || columns.contains(where: \.isTold)
  }

  /// How much of a table's columns is the same, from 0 to 1: the columns in both by those in either.
  func likeness(to forms: Set<String>) -> Double {
    let own = Set(columns.map(\.form))
    let all = own.union(forms).count
    return all == 0 ? 0 : Double(own.intersection(forms).count) / Double(all)
  }

  /// Half the columns make a table the same as last month's.
  static let sameFrom = 0.5
}
