package import Ledger

/// A parsed table: its layout and its rows.
package struct ParsedTable: Sendable {
  package let layout: TableLayout
  package let rows: Rows
  /// The sums and counts stated in its total rows, with those of its rows.
  package var totals: [TotalCheck] = []
  /// The columns a person may be asked about.
  package var unknownColumns: [UnknownColumn] = []
  /// The differences from the sender's last list; empty if none is known.
  package var differences: [LayoutDifference] = []
}

/// A stated sum or count and the computed one.
package struct TotalCheck: Hashable, Sendable {
  package let sheet: String
  package let row: Int
  /// Nil for a count of projects.
  package let key: FieldKey?
  /// In 万元, 亩, 人 or projects, as plain decimal text.
  package let stated: String
  package let computed: String
  /// Whether the computed value, rounded to the stated one's decimals, equals it.
  package let ties: Bool
}
