import Engine
import Ledger

/// One project as a scan meets it: small numbers throughout.
struct ScannedRow {
  var id: ProjectID = 0
  var investment: Int64 = 0
  /// Where it stands among the columns in memory; 0 of a row that is read.
  var place = 0
  /// What is planned and done of it; of a row in memory alone.
  var figures = RowFigures()
  /// The number of the values of each property of `FilterProperty.facets`, in their order.
  var codes = InlineArray<16, Int>(repeating: 0)
}
