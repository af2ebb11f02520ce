package import Ledger
package import Spreadsheet

extension CellValue {
  /// Whether a value was read from this cell, given its stored text: nil if the cell equals the value's
  /// interchange form. Returns nil for a cell that states nothing.
  package func says(_ value: Value, raw: String?) -> Bool? {
    var cell = self
    if case .text(let text) = self {
      let unified = CellText.unified(text)
      if raw == text, !unified.isEmpty { return true }
      if CellText.isBlank(unified) { return nil }
      cell = .text(unified)
    }
    if let raw { return CellText.raw(of: cell) == raw }
    return CellSource.raw(of: cell, unlessSaidBy: value) == nil
  }

  /// Whether the cell is a ditto mark for the row above (同上).
  package var isDitto: Bool {
    if case .text(let text) = self { CellText.isDitto(CellText.unified(text)) } else { false }
  }
}
