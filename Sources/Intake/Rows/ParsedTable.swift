package import Ledger

/// A table as it was read: its layout and its rows.
package struct ParsedTable: Sendable {
  package let layout: TableLayout
  package let rows: Rows
  /// The sums and counts its total rows state, beside the sums of its rows.
  package var totals: [TotalCheck] = []
  /// Columns that a person may be asked about.
  package var unknownColumns: [UnknownColumn] = []
  /// What is not as in the sender's last list; empty when none is known.
  package var differences: [LayoutDifference] = []
}

/// A stated sum or count beside the computed one.
package struct TotalCheck: Hashable, Sendable {
  package let sheet: String
  package let row: Int
  /// Nil for a count of projects.
  package let key: FieldKey?
  /// In 万元, 亩, 人 or projects, as plain decimal text.
  package let stated: String
  package let computed: String
  /// Whether the computed one, rounded to the stated one's decimals, equals it.
  package let ties: Bool
}
