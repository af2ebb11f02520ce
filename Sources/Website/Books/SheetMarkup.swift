import Reports

/// A sheet of a book as an HTML table, from the same layout as the workbook.
struct SheetMarkup {
  let sheet: ReportSheet
  /// The maximum number of rows shown.
  let rows: Int

  var markup: Markup {
    var hidden: Set<[Int]> = []
    var spans: [[Int]: (columns: Int, rows: Int)] = [:]
    for merge in sheet.merges {
      let first = [merge.row, merge.columns.lowerBound]
      spans[first] = (merge.columns.count, merge.lastRow - merge.row + 1)
      for row in merge.row...merge.lastRow {
        for column in merge.columns where [row, column] != first { hidden.insert([row, column]) }
      }
    }
    return Markup { html in
      html.raw("<table class=\"sheet\"><tbody>")
      for (number, row) in sheet.rows.prefix(rows).enumerated() {
        html.raw("<tr>")
        for (column, cell) in row.cells.enumerated() where !hidden.contains([number, column]) {
          write(cell, spans[[number, column]], &html)
        }
        html.raw("</tr>")
      }
      html.raw("</tbody></table>")
    }
  }

  private func write(
    _ cell: ReportCell, _ span: (columns: Int, rows: Int)?, _ html: inout Markup
  ) {
    html.raw("<td class=\"")
    html.text(cell.style.rawValue)
    html.raw("\"")
    if let span {
      html.raw(" colspan=\"")
      html.number(span.columns)
      html.raw("\" rowspan=\"")
      html.number(span.rows)
      html.raw("\"")
    }
    html.raw(">")
    switch cell.content {
    case .blank: break
    case .text(let text): html.text(text)
    case .number(let number), .formula(_, let number): html.text(Self.text(number, cell.style))
    }
    html.raw("</td>")
  }

  private static func text(_ number: Double, _ style: ReportStyle) -> String {
    switch style {
    case .rate, .sectionRate, .totalRate:
      FormattedNumber.text(number * 100, decimals: 1...1, inGroups: false) + "%"
    case .serial, .lockedSerial: FormattedNumber.text(number, decimals: 0...0, inGroups: false)
    case .count, .wan, .sectionCount, .sectionWan, .totalCount, .totalWan:
      FormattedNumber.text(number, decimals: 0...0, inGroups: true)
    case .yi, .sectionYi, .totalYi, .inputWan:
      FormattedNumber.text(number, decimals: 2...2, inGroups: true)
    case .exactWan: FormattedNumber.text(number, decimals: 2...4, inGroups: true)
    default: FormattedNumber.text(number, decimals: 0...10, inGroups: false)
    }
  }
}
