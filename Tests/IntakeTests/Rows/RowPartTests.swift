import Ledger
import Machine
import Spreadsheet
import Testing

@testable import Intake

/// However many cores share the rows of a table, the list is the same.
@Suite struct RowPartTests {
  private static func read(_ name: String, cores: Int) throws -> String {
    let list = try read(ListFiles.workbook(name)) { Cores.parts(of: $0, least: 1, cores: cores) }
    return "\(rows(of: list)) \(list.tables.map(\.totals)) \(list.findings)"
  }

  /// All that the rows say, with the cells it came from.
  private static func rows(of list: Intake.ProjectList) -> [String] {
    list.tables.flatMap(\.rows).map { row in
      "\(row.number) \(row.serial ?? "") \(row.isPart) \(row.digest) \(row.values)"
    }
  }

  private static func drawn(
    _ drawing: String, share: @escaping @Sendable (Range<Int>) -> [Range<Int>]
  ) throws -> Intake.ProjectList {
    try read(Workbook(format: .xlsx, sheets: [DrawnSheet.sheet(drawing)]), share: share)
  }

  private static func read(
    _ workbook: Workbook, share: @escaping @Sendable (Range<Int>) -> [Range<Int>]
  ) throws -> Intake.ProjectList {
    let reader = ListReader(
      catalogue: try Shipped.catalogue.get(), lexicon: try Shipped.lexicon.get(), share: share)
    return try reader.read(workbook, year: 2026, currentYear: 2026)
  }

  @Test(arguments: ListFiles.readable)
  func `几个核分着读，读出来一样`(name: String) throws {
    let whole = try Self.read(name, cores: 1)
    for cores in [2, 7, 40] { #expect(try Self.read(name, cores: cores) == whole, "\(cores)") }
  }

  @Test(arguments: [2, 3, 5])
  func `同上接着上一部分，分组也是`(cores: Int) throws {
    let sheet = """
      序号 | 项目名称 | 县区 | 牵头单位
      一、新能源 | | |
      1 | 甲项目 | 鱼峰区 | 市商务局
      2 | 乙项目 | 同上 | 同上
      3 | 丙项目 | 〃 | 市科技局
      二、低空经济 | | |
      4 | 丁项目 | 同上 | 同上
      5 | 戊项目 | 柳南区 | 〃
      """
    let whole = try Self.drawn(sheet) { [$0] }
    let parts = try Self.drawn(sheet) { Cores.parts(of: $0, least: 1, cores: cores) }
    #expect(Self.rows(of: parts) == Self.rows(of: whole))
    #expect(
      parts.tables.flatMap(\.rows).map { $0[.chain] != nil && $0[.leadUnits] != nil }
        == Array(repeating: true, count: 5))
  }
}
