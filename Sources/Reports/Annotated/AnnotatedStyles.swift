import Spreadsheet
import SpreadsheetWriting

/// The styles of an annotated workbook, by the cell's value and whether it has a finding.
struct AnnotatedStyles {
  let header: StyleID
  let opinion: StyleID
  let merged: StyleID
  let mergedAbove: StyleID
  let redText: StyleID
  private let title: StyleID
  private let plain: [String: StyleID]
  private let red: [String: StyleID]

  /// The styles for the values of a workbook.
  init(_ book: WorkbookWriter, for workbook: Workbook) throws {
    let style = CellStyle().with { $0.borders = .all(.thin, color: 0xBFBFBF) }
    func red(_ style: CellStyle) -> CellStyle {
      style.with {
        $0.fill = 0xFFC7CE
        $0.color = 0x9C0006
      }
    }
    var plain: [String: StyleID] = [:]
    var marked: [String: StyleID] = [:]
    for format in Self.formats + Self.displays(in: workbook) {
      let formatted = style.with {
        $0.numberFormat = format.isEmpty ? nil : format
        $0.wraps = format == "@"
      }
      plain[format] = try book.style(formatted)
      marked[format] = try book.style(red(formatted))
    }
    (self.plain, self.red) = (plain, marked)
    merged = try book.style(
      style.with {
        $0.horizontal = .center
        $0.wraps = true
      })
    mergedAbove = try book.style(CellStyle().with { $0.horizontal = .center })
    title = try book.style(CellStyle().with { $0.numberFormat = "@" })
    redText = try book.style(red(style))
    header = try book.style(
      style.with {
        $0.isBold = true
        $0.fill = 0xFFEB9C
        $0.horizontal = .center
      })
    opinion = try book.style(
      style.with {
        $0.wraps = true
        $0.color = 0x9C0006
      })
  }

  func style(of value: CellValue, isRed: Bool) -> StyleID {
    (isRed ? red : plain)[Self.format(of: value)] ?? .plain
  }

  /// The style of a value above the table: a text without borders and line breaks.
  func above(_ value: CellValue) -> StyleID {
    if case .text = value { title } else { style(of: value, isRed: false) }
  }

  /// The value approximately as the cell shows it, for the width of its column.
  static func shown(_ value: CellValue) -> String {
    switch value {
    case .text(let text), .error(let text): text
    case .number(let number): number.description
    case .shown(let shown): shown.text
    case .uncalculated: ""
    case .boolean: "FALSE"
    case .date: "2026-12-31"
    }
  }

  private static let formats = [
    "", "@", "0", "yyyy-mm-dd", "yyyy\"年\"m\"月\"", "yyyy\"年\"", "m\"月\"d\"日\"", "m\"月\"",
    "yyyy-mm-dd hh:mm:ss", "hh:mm:ss", "[h]:mm:ss",
  ]

  /// The number formats that show a different number.
  private static func displays(in workbook: Workbook) -> Set<String> {
    var codes: Set<String> = []
    for sheet in workbook.sheets {
      for row in sheet.passedRows {
        for cell in row.cells {
          if case .shown(let shown) = cell.value { codes.insert(shown.display.code) }
        }
      }
    }
    return codes.subtracting(formats)
  }

  private static func format(of value: CellValue) -> String {
    switch value {
    case .text, .error: "@"
    case .boolean, .uncalculated: ""
    // Keep the format: when the file is read again, it has to give the same sum.
    case .shown(let shown): shown.display.code
    // The General format shows long numbers with an exponent.
    case .number(let number): abs(number.double) >= 1e11 ? "0" : ""
    case .date(let date): format(of: date.parts)
    }
  }

  private static func format(of parts: DateParts) -> String {
    if parts.contains(.elapsed) { return "[h]:mm:ss" }
    let hasTime = !parts.isDisjoint(with: [.hour, .minute, .second])
    switch (parts.contains(.year), parts.contains(.month), parts.contains(.day)) {
    case (false, false, false): return "hh:mm:ss"
    case (true, true, true): return hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd"
    case (true, true, false): return "yyyy\"年\"m\"月\""
    case (true, false, _): return "yyyy\"年\""
    case (false, true, true): return "m\"月\"d\"日\""
    case (false, true, false): return "m\"月\""
    case (false, false, true): return "yyyy-mm-dd"
    }
  }
}
