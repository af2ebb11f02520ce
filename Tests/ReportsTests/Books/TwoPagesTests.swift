import Ledger
import Testing

@testable import Reports

/// Tables on two pages side by side: wherever a program ends the first, nothing is cut in two. 测试数据
@Suite struct TwoPagesTests {
  private static func sheet() -> ReportSheet {
    var sheet = ReportSheet(name: "测试", widths: [20] + [Double](repeating: 32, count: 12))
    sheet.addMerged(
      "牵头单位：市工业和信息化局、市科技局、市商务局　2026年产值目标：力争达250亿元　2027年产值目标：力争达300亿元", .noteLeft, height: 20)
    sheet.add([.text("产业链", .header), .text("谋划", .header), .text("", .header)])
    sheet.add([.text("", .header), .text("项数", .header), .text("总投资", .header)])
    sheet.merges += [
      .init(row: 1, lastRow: 1, columns: 1...2), .init(row: 1, lastRow: 2, columns: 0...0),
    ]
    sheet.repeatedRows = 1...2
    sheet.frozenColumns = 1
    return sheet
  }

  @Test func `两列共有的表头，每列各写一遍`() {
    var sheet = Self.sheet()
    sheet.bringTextsToFirstPage()
    #expect(sheet.rows[1].cells.map(\.text) == ["产业链", "谋划", "谋划"])
    #expect(!sheet.merges.contains { $0.row == 1 && $0.columns.count > 1 })
    #expect(sheet.merges.contains { $0.row == 1 && $0.lastRow == 2 })
  }

  @Test func `一页宽的表头还是合并的`() {
    var sheet = Self.sheet()
    sheet.widths = [20] + [Double](repeating: 6, count: 12)
    sheet.bringTextsToFirstPage()
    #expect(sheet.merges.contains { $0.row == 1 && $0.columns == 1...2 })
  }

  @Test func `表头上的说明要两行的给两行高`() throws {
    var sheet = Self.sheet()
    sheet.widths = [20, 24] + [Double](repeating: 85, count: 4)
    #expect(sheet.pagesAcross == 2)
    sheet.bringTextsToFirstPage()
    let columns = try #require(sheet.merges.first { $0.row == 0 }).columns
    let lines = ReportSheet.lines(
      sheet.rows[0].cells[columns.lowerBound].text, over: sheet.widths[columns], fontSize: 12)
    #expect(lines > 1 && sheet.rows[0].height == Double(lines) * 20)
    #expect(sheet.rows[0].cells[columns.lowerBound].style == .note)
  }
}
