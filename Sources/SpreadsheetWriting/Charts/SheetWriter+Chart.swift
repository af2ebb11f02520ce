internal import CXLSXWriter

extension SheetWriter {
  /// Inserts a chart with its upper left corner at a cell. Throws `outside`, `refused` or `finished`.
  package func insert(_ chart: Chart, row: Int, column: Int) throws(WriteError) {
    try check(row: row, column: column)
    guard let drawing = workbook_add_chart(try book.open(), UInt8(chart.kind.code.rawValue)) else {
      throw .refused(sheet: name, code: 0)
    }
    chart.apply(to: drawing)
    for series in chart.series { try add(series, of: chart, to: drawing) }
    let strings = CStrings([chart.description])
    var options = lxw_chart_options()
    // At scale 1 the library draws 480 by 288 pixels.
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    options.description = strings[0]
    let code = withExtendedLifetime(strings) {
      worksheet_insert_chart_opt(
        sheet, lxw_row_t(row - 1), lxw_col_t(column), drawing, &options)
    }
    try check(code, row: row, column: column)
  }

  private func add(
    _ series: Chart.Series, of chart: Chart, to drawing: UnsafeMutablePointer<lxw_chart>
  ) throws(WriteError) {
    guard let row = chart_add_series(drawing, nil, nil) else {
      throw .refused(sheet: name, code: 0)
    }
    series.categories.apply { chart_series_set_categories(row, $0, $1, $2, $3, $4) }
    series.values.apply { chart_series_set_values(row, $0, $1, $2, $3, $4) }
    if !series.name.isEmpty { series.name.withTitle { chart_series_set_name(row, $0) } }
    series.color(row, isLine: chart.kind == .line)
    series.label(row, font: chart)
    if !series.pointColors.isEmpty { try check(series.colorPoints(row)) }
  }
}

extension Chart.Source {
  /// Calls `body` with the range as the library's arguments.
  fileprivate func apply(
    _ body: (UnsafePointer<CChar>, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) -> Void
  ) {
    sheet.withCString { body($0, range.firstLine, range.first, range.lastLine, range.last) }
  }
}
