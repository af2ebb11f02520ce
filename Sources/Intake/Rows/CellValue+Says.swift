package import Ledger
package import Spreadsheet

extension CellValue {
  /// Whether a value was read from this cell, by the text kept of it: nil where the cell says the value in
  /// its interchange form. Nil of a cell that states nothing.
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

  /// Whether it means what the row above states (同上).
  package var isDitto: Bool {
    if case .text(let text) = self { CellText.isDitto(CellText.unified(text)) } else { false }
  }
}
