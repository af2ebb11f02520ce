import Ledger

/// One project as a scan meets it: numbers of items and of interned texts, and sums.
struct ScannedRow {
  var id: ProjectID = 0
  /// Item numbers, 0 for none.
  var chain = 0
  var otherChains: [Int] = []
  var stage = 0
  var condition = 0
  var district = 0
  var zone = 0
  /// 0 no, 1 yes, 2 not known.
  var industrial = 2
  /// The interned nature, -1 for none.
  var nature = -1
  var units: [Int] = []
  /// Indexes into the scan's registers.
  var registers: [ScanTexts.Place] = []
  var investment: Int64 = 0
}
