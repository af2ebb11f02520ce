import Machine
import Spreadsheet

/// 核对意见: the column that an annotated list has in addition to the sender's own. Without it the sheet
/// reads as the original list.
///
/// Its filter shows only the rows that need work, and the rows it hides still count: a hidden row with
/// a blank opinion is read as visible, so that the corrected list is read whole. A row that the sender
/// had hidden has an opinion that states this, and is left out.
package enum ReviewColumn {
  package static let label = "核对意见（台账填写，报回时不读）"

  /// An annotated sheet without the column and with the rows it hides; other sheets unchanged.
  static func removed(from sheet: Sheet) -> Sheet {
    guard let column = column(in: sheet) else { return sheet }
    var sheet = sheet
    for index in sheet.rows.indices {
      let opinion = sheet.rows[index][column: column]
      if opinion == nil || opinion == .text(label) { sheet.rows[index].isHidden = false }
      sheet.rows[index][column: column] = nil
    }
    sheet.rows.removeAll(where: \.cells.isEmpty)
    return sheet
  }

  private static func column(in sheet: Sheet) -> Int? {
    for row in sheet.passedRows {
      if let last = row.cells.indices.last,
        row.cells.withText(at: last, { $0.isText(label) }) == true
      {
        return row.cells.column(at: last)
      }
    }
    return nil
  }
}
