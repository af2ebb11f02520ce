import Ledger
import Spreadsheet

/// The count of projects that a total or heading states: in its label, in a cell that is only a
/// count, or as a whole number in a column of text.
struct StatedCount {
  let number: Int
  let raw: String
  let cell: String

  init?(of row: Row, in columns: [TableColumn]) {
    let cells = row.cells.map {
      (column: $0.column, value: $0.value, text: CellText.raw(of: $0.value))
    }
    .filter { !$0.text.isEmpty }
    guard let first = cells.first else { return nil }
    let isNumbered = cells.count > 1 && HeadingNumber.alone(first.text) != nil
    let label = isNumbered ? cells[1] : first
    let texts = Set(columns.filter(Self.holdsWords).map(\.index))
    let found: (cell: (column: Int, value: CellValue, text: String), number: Int)?
    if let number = SectionReader.count(in: label.text) {
      found = (label, number)
    } else if let alone = cells.dropFirst().first(where: { SectionReader.isCountAlone($0.text) }),
      let number = SectionReader.count(in: alone.text)
    {
      found = (alone, number)
    } else {
      found =
        cells.dropFirst().lazy.filter { texts.contains($0.column) }.compactMap { cell in
          Self.wholeNumber(cell.text).map { (cell, $0) }
        }.first
    }
    guard let found else { return nil }
    number = found.number
    raw = found.cell.text
    cell = CellReference.name(row: row.number, column: found.cell.column)
  }

  /// Whether a column holds texts or names, so that a number is not one of its values.
  private static func holdsWords(_ column: TableColumn) -> Bool {
    switch column.meaning.field?.kind {
    case .text, .reference, .references, .list: true
    default: false
    }
  }

  private static func wholeNumber(_ text: String) -> Int? {
    let bare = TextFolding.halfWidth(text)
    return bare.allSatisfy { $0.isASCII && $0.isNumber } && bare.count <= 6 ? Int(bare) : nil
  }
}
