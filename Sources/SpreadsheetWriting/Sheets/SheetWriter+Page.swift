internal import CXLSXWriter

extension SheetWriter {
  /// Sets how the sheet prints.
  package func setPage(_ page: PageSetup) throws(WriteError) {
    _ = try book.open()
    worksheet_set_paper(sheet, page.paper.rawValue)
    if page.isLandscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    if let fit = page.fit {
      worksheet_fit_to_pages(
        sheet, UInt16(clamping: fit.wide), UInt16(clamping: fit.tall))
    }
    let margins = page.margins
    worksheet_set_margins(sheet, margins.left, margins.right, margins.top, margins.bottom)
    if page.isCenteredHorizontally { worksheet_center_horizontally(sheet) }
    try setHeaderAndFooter(page)
    if let rows = page.repeatedRows {
      try check(row: rows.upperBound, column: 0)
      try check(
        worksheet_repeat_rows(
          sheet, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1)))
    }
    if let columns = page.repeatedColumns {
      try check(row: 1, column: columns.upperBound)
      try check(
        worksheet_repeat_columns(
          sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound)))
    }
    if let area = page.printArea {
      try check(area)
      try check(
        worksheet_print_area(sheet, area.firstLine, area.first, area.lastLine, area.last))
    }
    try setBreaks(page.breaksBeforeRows)
  }

  private func setHeaderAndFooter(_ page: PageSetup) throws(WriteError) {
    var options = lxw_header_footer_options()
    if !page.header.isEmpty {
      options.margin = page.margins.header
      try check(page.header.withLegibleCString { worksheet_set_header_opt(sheet, $0, &options) })
    }
    if !page.footer.isEmpty {
      options.margin = page.margins.footer
      try check(page.footer.withLegibleCString { worksheet_set_footer_opt(sheet, $0, &options) })
    }
  }

  private func setBreaks(_ rows: [Int]) throws(WriteError) {
    guard !rows.isEmpty else { return }
    for row in rows { try check(row: row, column: 0) }
    // The library takes rows counted from 0, each the first of a page, terminated by 0.
    var breaks = rows.filter { $0 > 1 }.map { lxw_row_t($0 - 1) } + [0]
    try check(worksheet_set_h_pagebreaks(sheet, &breaks))
  }
}
