import Foundation
import Ledger
import Spreadsheet
import Testing

@testable import Reports

/// The checksum that a book keeps of its cells.
@Suite struct ContentDigestTests {
  private func written(
    _ sheets: [ReportSheet], _ edition: BookEdition, _ alter: (inout Workbook) -> Void = { _ in }
  ) throws -> (stamp: BookStamp, found: String, workbook: Workbook) {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "digest-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try BookFile("leaders", title: "测试", edition, sheets: sheets).write(to: path)
    var workbook = try Workbook.read(Array(try Data(contentsOf: URL(filePath: path))))
    alter(&workbook)
    return (try #require(BookStamp(workbook)), ContentDigest(workbook).text, workbook)
  }

  @Test(arguments: [9.95, 91.23, 0.9007, 1.0 / 3, 2.0 / 7 * 1e-5, 9_876_543.21, 1e15, 0])
  func `数在文件里少一位有效数字，校验不变`(number: Double) throws {
    let source = try source()
    var sheet = ReportSheet(name: "测试", widths: [20])
    sheet.add([.number(number, .wan)])
    let (stamp, found, _) = try written([sheet], source.edition)
    #expect(stamp.checksum == found)
  }

  private func sheets(_ name: String, _ source: BookSource) -> [ReportSheet] {
    switch name {
    case "leaders": LeadersBook(source).sheets
    case "chains": ChainsBook(source).sheets
    case "promotion": PromotionBook(source).sheets
    case "targets": TargetsBook(source).sheets
    case "tasks": TasksBook(source).sheets
    default: GapsBook(source).sheets
    }
  }

  @Test(arguments: ["leaders", "chains", "promotion", "targets", "tasks", "gaps"])
  func `读回的内容与写下的校验一致，改一个单元格就不一致`(name: String) throws {
    let source = try source()
    let sheets = sheets(name, source)
    let (stamp, found, workbook) = try written(sheets, source.edition)
    for (laid, read) in zip(BookFile.leavingOutEmpty(sheets), workbook.sheets) {
      let places = read.rows.flatMap { row in row.cells.map { "\(row.number):\($0.column)" } }
      let expected = laid.rows.enumerated().flatMap { index, row in
        row.cells.enumerated().filter { $0.element.content != .blank }
          .map { "\(index + 1):\($0.offset)" }
      }
      #expect(places == expected, "\(laid.name)")
    }
    #expect(stamp.checksum == found)
    #expect(stamp.revision == source.edition.revision)
    let altered = try written(sheets, source.edition) { workbook in
      workbook.sheets[0].rows[0][column: 0] = .text("改过的标题")
    }
    #expect(altered.stamp.checksum != altered.found)
  }
}
