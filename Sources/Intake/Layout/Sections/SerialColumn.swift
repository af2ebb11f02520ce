import Ledger
import Machine
import Spreadsheet

/// Facts about a table's serial numbers, computed on first use.
final class SerialColumn {
  private let rows: [Row]
  private let serial: Int
  private let name: Int?

  /// `rows` are the rows below the header.
  init?(rows: [Row], serial: Int?, name: Int?) {
    guard let serial else { return nil }
    (self.rows, self.serial, self.name) = (rows, serial, name)
  }

  /// Whether most rows with a text besides the name have a serial number; if no row has such a
  /// text, most rows with a name.
  private(set) lazy var isUsual: Bool = {
    var (described, describedWithSerial, named, namedWithSerial) = (0, 0, 0, 0)
    for row in StreamedRows(rows) where !row.isHidden {
      guard let name, row.cells.position(of: name) != nil else { continue }
      let hasSerial = row[column: serial].map { Self.isNumber($0) } ?? false
      let isDescribed = row.cells.indices.contains { index in
        let column = row.cells.column(at: index)
        guard column != serial, column != name else { return false }
        return row.cells.withText(at: index) { text in
          text.count > 12 || !isEmptyWord(String(decoding: text))
        } ?? false
      }
      named += 1
      if hasSerial { namedWithSerial += 1 }
      if isDescribed { described += 1 }
      if isDescribed, hasSerial { describedWithSerial += 1 }
    }
    return described > 0 ? describedWithSerial * 2 > described : namedWithSerial * 2 > named
  }()

  /// Whether the rows' only serial numbers are 一, 二, 三 …
  private(set) lazy var isChinese: Bool = {
    var isChinese = false
    for row in StreamedRows(rows) where !row.isHidden {
      guard let value = row[column: serial] else { continue }
      if Self.isNumber(value) { return false }
      if HeadingNumber.alone(CellText.raw(of: value)) == .chinese { isChinese = true }
    }
    return isChinese
  }()

  private func isEmptyWord(_ text: String) -> Bool {
    let unified = CellText.unified(text)
    return CellText.isBlank(unified) || SectionReader.isCountAlone(unified)
  }

  private static func isNumber(_ value: CellValue) -> Bool {
    switch value {
    case .number, .date: true
    case .text(let text):
      text.utf8.count <= 24 && RowClassifier.isSerial(CellText.unified(text))
    default: false
    }
  }
}
