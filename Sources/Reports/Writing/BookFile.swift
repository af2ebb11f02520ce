import Foundation
import Ledger
import Spreadsheet
import SpreadsheetWriting

/// A book as a workbook file: laid-out sheets, page setup, properties.
package struct BookFile {
  private let book: String
  private let title: String
  private let edition: BookEdition
  private let sheets: [ReportSheet]

  /// `book` is its identifier, which is stored in the file.
  package init(_ book: String, title: String, _ edition: BookEdition, sheets: [ReportSheet]) {
    self.book = book
    self.title = title
    self.edition = edition
    // One paper for the whole book: the one asked for, else the one its widest sheet needs.
    let paper = edition.making.paper ?? (sheets.contains(where: \.needsA3) ? .a3 : .a4)
    let sheets = Self.leavingOutEmpty(sheets)
    self.sheets = zip(sheets, SheetNames.distinct(sheets.map(\.name))).map { sheet, name in
      var named = sheet
      named.name = name
      named.paper = paper
      named.fillPage()
      named.bringTextsToFirstPage()
      named.pageMark = edition.making.imprint.pageMark
      return named
    }
  }

  /// The sheets with content; the first sheet lists the empty ones instead.
  static func leavingOutEmpty(_ sheets: [ReportSheet]) -> [ReportSheet] {
    guard var first = sheets.first else { return [] }
    let others = sheets.dropFirst()
    let empty = others.compactMap { sheet in sheet.nothing.map { "\(sheet.name)（\($0)）" } }
    if !empty.isEmpty {
      let text = "下列各表没有内容，不列：\(empty.joined(separator: "、"))。"
      first.addMerged(
        text, .caption, height: first.mergedHeight(text, fontSize: 10.5, leading: 1.45))
    }
    return [first] + others.filter { $0.nothing == nil }
  }

  /// Writes the file completely or not at all; the same ledger gives the same bytes.
  package func write(to path: String) throws {
    let book = try WorkbookWriter(
      path: path, properties: edition.properties(self.book, title), filling: .anyOrder)
    var styles: [ReportStyle: StyleID] = [:]
    for style in ReportStyle.allCases { styles[style] = try book.style(style.cellStyle) }
    let whole = try book.style(CellStyle().with { $0.numberFormat = "#,##0" })
    for (index, sheet) in sheets.enumerated() {
      let writer = try book.addSheet(sheet.name)
      try Self.fill(writer, with: sheet, styles)
      try Self.showWholeSums(of: sheet, writer, whole)
      if index == 0 { try writer.activate() }
    }
    try book.state(BookStamp.checksum(ContentDigest(sheets)))
    try book.finish()
  }

  private static func fill(
    _ writer: SheetWriter, with laidOut: ReportSheet, _ styles: [ReportStyle: StyleID]
  ) throws {
    var sheet = laidOut
    sheet.settleHeights()
    for (column, width) in sheet.widths.enumerated() {
      try writer.setColumns(column...column, width: width)
    }
    try writer.setOutline(summaryBelow: false, summaryRight: false)
    let merges = Dictionary(grouping: sheet.merges, by: \.row)
    for (index, row) in sheet.rows.enumerated() {
      let number = index + 1
      if let height = row.height {
        try writer.setRow(number, height: height, options: GroupOptions(level: row.outline))
      }
      for merge in merges[index] ?? [] {
        let cell = row.cells[merge.columns.lowerBound]
        try writer.merge(
          CellRange(
            firstRow: number, lastRow: merge.lastRow + 1, firstColumn: merge.columns.lowerBound,
            lastColumn: merge.columns.upperBound),
          text: cell.text, style: styles[cell.style] ?? .plain)
      }
      for (column, cell) in row.cells.enumerated() where !isCovered(index, column, sheet.merges) {
        try write(cell, row: number, column: column, styles[cell.style] ?? .plain, writer)
      }
    }
    try setUpPage(writer, sheet)
    for choice in sheet.choices { try writer.offer(choice) }
    if sheet.isProtected { try writer.protect() }
    for chart in sheet.charts {
      try writer.insert(chart.drawing(on: sheet), row: chart.row + 1, column: chart.column)
    }
  }

  /// Shows whole sums without decimals, and others with theirs, also for values filled in later.
  private static func showWholeSums(
    of sheet: ReportSheet, _ writer: SheetWriter, _ style: StyleID
  ) throws {
    for (column, rows) in sheet.wholeSums.sorted(by: { $0.key < $1.key }) {
      let first = CellReference.name(row: rows.lowerBound + 1, column: column)
      try writer.format(
        CellRange(
          firstRow: rows.lowerBound + 1, lastRow: rows.upperBound + 1, firstColumn: column,
          lastColumn: column),
        when: .formula("=AND(ISNUMBER(\(first)),\(first)=INT(\(first)))", style))
    }
  }

  private static func write(
    _ cell: ReportCell, row: Int, column: Int, _ style: StyleID, _ writer: SheetWriter
  ) throws {
    switch cell.content {
    case .blank: try writer.writeBlank(row: row, column: column, style: style)
    case .text(let text): try writer.write(text, row: row, column: column, style: style)
    case .number(let number): try writer.write(number, row: row, column: column, style: style)
    case .formula(let formula, let result):
      try writer.writeFormula(formula, result: result, row: row, column: column, style: style)
    }
  }

  private static func isCovered(_ row: Int, _ column: Int, _ merges: [ReportSheet.Merge]) -> Bool {
    merges.contains {
      $0.row <= row && row <= $0.lastRow && $0.columns.contains(column)
    }
  }

  private static func setUpPage(_ writer: SheetWriter, _ sheet: ReportSheet) throws {
    var page = PageSetup()
    page.paper = sheet.printedPaper == .a3 ? .a3 : .a4
    page.isLandscape = true
    page.fit = PageSetup.Fit(wide: sheet.pagesAcross, tall: sheet.fitsOnePage ? 1 : 0)
    if sheet.pagesAcross > 1 { page.repeatedColumns = 0...(sheet.frozenColumns - 1) }
    page.footer = "&C第 &P 页 共 &N 页"
    if let mark = sheet.pageMark { page.header = "&R" + mark.replacing("&", with: "&&") }
    page.repeatedRows = sheet.repeatedRows.map { ($0.lowerBound + 1)...($0.upperBound + 1) }
    page.breaksBeforeRows = sheet.breaks.map { $0 + 1 }
    try writer.setPage(page)
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      try writer.freeze(row: sheet.frozenRows + 1, column: sheet.frozenColumns)
    }
    if let filtered = sheet.filteredRows {
      try writer.filter(
        CellRange(
          firstRow: filtered.lowerBound + 1, lastRow: filtered.upperBound + 1, firstColumn: 0,
          lastColumn: sheet.widths.count - 1))
    }
    try writer.setZoom(90)
    try writer.hideGridlines()
  }
}

extension ReportCell {
  var text: String {
    if case .text(let text) = content { text } else { "" }
  }
}

extension SheetWriter {
  fileprivate func offer(_ choices: ReportChoices) throws {
    try offer(
      .range(choices.range),
      in: CellRange(
        firstRow: choices.rows.lowerBound + 1, lastRow: choices.rows.upperBound + 1,
        firstColumn: choices.column, lastColumn: choices.column),
      hint: InputHint(
        title: choices.label, message: "请从列表中选择；不清楚的留空。",
        error: "请从列表中选择\(choices.label)，名称见“选项”。"))
  }
}
