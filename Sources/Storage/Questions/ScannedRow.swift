import Ledger

/// One project as a scan meets it: small numbers throughout, so that judging and counting a row
/// touches nothing but arrays.
struct ScannedRow {
  var id: ProjectID = 0
  /// Item numbers, 0 for none.
  var chain = 0
  var stage = 0
  var condition = 0
  var district = 0
  var zone = 0
  /// 0 no, 1 yes, 2 not known.
  var industrial = 2
  /// Numbers of texts met by the scan, 0 for none: see `ScanTexts`.
  var otherChains = 0
  /// Whether its other chains name the main one again.
  var repeatsChain = false
  var units = 0
  var registers = 0
  var nature = 0
  var investment: Int64 = 0
}
