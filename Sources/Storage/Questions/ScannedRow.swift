import Engine
import Ledger

/// One project of a scan: small numbers only.
struct ScannedRow {
  var id: ProjectID = 0
  var investment: Int64 = 0
  /// The index in the columns in memory; 0 for a row that is read.
  var place = 0
  /// The plan and done figures; only for a row in memory.
  var figures = RowFigures()
  /// The facet codes, in the order of `FilterProperty.facets`.
  var codes = InlineArray<16, Int>(repeating: 0)
}
