import Spreadsheet
import SpreadsheetWriting

extension ReportChart {
  /// The native chart over the cells of its sheet.
  func drawing(on sheet: ReportSheet) -> Chart {
    var chart = Chart(kind == .bar ? .bar : .column)
    chart.title = title
    chart.width = width
    chart.height = height
    chart.valueAxis.numberFormat = "#,##0"
    if kind == .bar {
      // Bars are labelled with their values and need no scale.
      chart.title += "（\(valueTitle)）"
      chart.valueAxis.isHidden = true
      chart.valueAxis.showsGridlines = false
    } else {
      chart.valueAxis.title = valueTitle
    }
    chart.legend = series.count > 1 ? .bottom : .none
    chart.gap = series.count > 1 ? 60 : 80
    chart.categoryAxis.isReversed = kind == .bar
    chart.description = title
    // Many names in one column are legible only on a line each.
    chart.fontSize = (series.first?.rows.count ?? 0) > 10 ? 8 : 9
    chart.series = series.map { series in
      func source(_ column: Int) -> Chart.Source {
        Chart.Source(
          sheet: sheet.name,
          range: CellRange(
            firstRow: series.rows.lowerBound + 1, lastRow: series.rows.upperBound + 1,
            firstColumn: column, lastColumn: column))
      }
      var drawn = Chart.Series(
        name: sheet.rows[series.nameRow].cells[series.nameColumn].text,
        categories: source(series.categoryColumn), values: source(series.valueColumn))
      drawn.color = series.role.color
      if series.role == .stages {
        drawn.pointColors = ReportChart.stageColors(series.rows.count)
      }
      if kind == .bar { drawn.labels = .values(numberFormat: labelFormat) }
      return drawn
    }
    return chart
  }
}

extension ReportChart {
  /// The format of the chart's cells: sums of money keep their decimals, so that no bar is labelled 0.
  private var labelFormat: String { valueTitle == "亿元" ? "#,##0.00" : "#,##0" }
}

extension ReportChart.Series.Role {
  /// Light for plans, dark for what is done: distinguishable in black and white too.
  fileprivate var color: Color {
    switch self {
    case .plan: 0xA9C4E4
    case .done: 0x1F5C99
    case .stages: 0x5B9A76
    }
  }
}

extension ReportChart {
  /// A scale of greens, from light to dark, for stages from the first to the last.
  fileprivate static func stageColors(_ count: Int) -> [Color] {
    let (light, dark) = ([0xCD, 0xE6, 0xD6], [0x25, 0x66, 0x45])
    return (0..<count).map { place in
      let part = count < 2 ? 0 : Double(place) / Double(count - 1)
      let mixed = zip(light, dark).map { Double($0) + (Double($1) - Double($0)) * part }
      return Color(integerLiteral: mixed.reduce(0) { $0 << 8 | UInt32($1.rounded()) })
    }
  }
}
