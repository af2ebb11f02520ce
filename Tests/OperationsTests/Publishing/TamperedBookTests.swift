import Foundation
import Spreadsheet
import Testing
import Wording

@testable import Operations

/// What was altered in a book is found, and named.
@Suite struct TamperedBookTests {
  private let books: VerifiedBooks

  init() throws { books = try VerifiedBooks() }

  /// Name, part, pattern, replacement, and what is to be told.
  struct Tampering: CustomTestStringConvertible, Sendable {
    let name: String
    let part: String
    let pattern: String
    let text: String
    let aspect: WorkbookDifference.Aspect

    init(
      _ name: String, _ part: String, _ pattern: String, _ text: String,
      _ aspect: WorkbookDifference.Aspect
    ) {
      (self.name, self.part, self.pattern) = (name, part, pattern)
      (self.text, self.aspect) = (text, aspect)
    }

    var testDescription: String { name }
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let tamperings: [Tampering] = [
    .init("改一个数", sheet, "(<c r=\"B\\d+\" s=\"\\d+\"><v>)\\d+", "\\g<1>987654", .value),
    .init(
      "数换成公式", sheet, "(<c r=\"B\\d+\" s=\"\\d+\">)(<v>\\d)", "\\g<1><f>1+1</f>\\g<2>", .formula),
    .init("公式改动", sheet, "<f>SUBTOTAL\\(9", "<f>SUBTOTAL(101", .formula),
    .init("公式换成数", sheet, "<f>[^<]*</f>", "", .formula),
    .init(
      "缩放的数字格式", "xl/styles.xml", "formatCode=\"#,##0\\.00\"", "formatCode=\"0.0,,\"", .numberFormat
    ),
    .init("藏一行", sheet, "<row r=\"9\"", "<row r=\"9\" hidden=\"1\"", .hiddenRows),
    .init("行高为零", sheet, "(<row r=[^>]*) ht=\"[^\"]*\"", "\\g<1> ht=\"0\"", .hiddenRows),
    .init(
      "藏一列", sheet, "<col min=\"2\" max=\"2\"", "<col min=\"2\" max=\"2\" hidden=\"1\"",
      .hiddenColumns),
    .init(
      "藏一张表", "xl/workbook.xml", "(<sheet name=\"[^\"]*\" sheetId=\"2\")",
      "\\g<1> state=\"hidden\"", .sheets),
    .init("表改名", "xl/workbook.xml", "<sheet name=\"[^\"]*\"", "<sheet name=\"别的\"", .sheets),
    .init("图表的数", "xl/charts/chart1.xml", "<c:v>\\d+", "<c:v>9", .chart),
    .init("图表的取数范围", "xl/charts/chart1.xml", "(<c:f>[^<]*\\$)\\d+</c:f>", "\\g<1>3</c:f>", .chart),
    .init("图表的刻度", "xl/charts/chart1.xml", "<c:scaling>", "<c:scaling><c:max val=\"9\"/>", .part),
    .init("字变白", "xl/styles.xml", "<color [^/]*/>", "<color rgb=\"FFFFFFFF\"/>", .part),
    .init("合并的范围", sheet, "<mergeCell ref=\"A(\\d)", "<mergeCell ref=\"B\\g<1>", .merges),
    .init(
      "换掉筛选", "xl/worksheets/sheet2.xml", "(<autoFilter ref=\"[A-Z]+\\d+:[A-Z]+\\d+\")/>",
      "\\g<1>><filterColumn colId=\"1\"><filters><filter val=\"x\"/></filters></filterColumn></autoFilter>",
      .filter),
    .init(
      "条件格式", sheet, "<pageMargins",
      "<conditionalFormatting sqref=\"B1:B9\"><cfRule type=\"expression\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting><pageMargins",
      .conditionalFormats),
    .init(
      "名称", "xl/workbook.xml", "<definedNames>",
      "<definedNames><definedName name=\"x\">1</definedName>", .names),
    .init(
      "去掉校验", "docProps/custom.xml", "<property [^>]*name=\"内容校验\">.*?</property>", "", .property),
    .init("标题", "xl/sharedStrings.xml", "重大项目", "重点项目", .value),
  ]

  @Test(arguments: tamperings)
  func `改了哪里，说出哪里`(tampering: Tampering) throws {
    let path = try books.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let found = try books.verify(
      try books.patched(path, [[tampering.part, tampering.pattern, tampering.text]]))
    #expect(found.isUnaltered == false && !found.isCurrent)
    #expect(
      found.differences.contains { $0.aspect == tampering.aspect }, "\(found.differences)")
  }

  @Test(arguments: [
    ("筛选", "全部", "chain=new-energy"), ("数据月份", "2026-03", "2026-02"), ("报表", "leaders", "chains"),
  ])
  func `换掉属性里的筛选、月份、报表名，不是原来那一本`(name: String, from: String, to: String) throws {
    let path = try books.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let found = try books.verify(
      try books.patched(
        path,
        [["docProps/custom.xml", "(name=\"\(name)\"><vt:lpwstr>)\(from)<", "\\g<1>\(to)<"]]))
    #expect(found.isUnaltered == false)
  }

  @Test(arguments: [
    ("数据月份", "2026-03", "2026-00"), ("数据月份", "2026-03", "2026-13"), ("数据月份", "2026-03", "2026-3-1"),
    ("数据月份", "2026-03", "2026--9223372036854775807"), ("数据月份", "2026-03", "9223372036854775807-03"),
    ("数据月份", "2026-03", "1800-03"), ("数据月份", "2026-03", "三月"), ("数据月份", "2026-03", "2026-"),
    ("比较起点", "\\d+", "99"), ("比较起点", "\\d+", "-1"), ("比较起点", "\\d+", "9223372036854775807"),
    ("比较起点", "\\d+", "一"),
  ])
  func `写着不可能的月份或起点，说读不出来，不去排版`(name: String, from: String, to: String) throws {
    let path = try books.operations.export(
      .leaders,
      ExportOptions(
        question: QuestionOptions(filter: [:]),
        since: ExportOptions.Beginning(BookLedger.listed)), to: books.path("book.xlsx"))
    let found = try books.verify(
      try books.patched(
        path,
        [["docProps/custom.xml", "(name=\"\(name)\"><vt:lpwstr>)\(from)<", "\\g<1>\(to)<"]]))
    guard case .checksum(_, .unreadableStamp) = found.content else {
      Testing.Issue.record("\(found.content)")
      return
    }
    #expect(!found.isCurrent && found.isUnaltered != true)
  }

  @Test func `另存成别的格式的，按单元格的校验说`() throws {
    let path = try books.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    var workbook = try Workbook.read(Array(Data(contentsOf: URL(filePath: path))))
    workbook.format = .ods
    let found = try books.operations.verify(ReceivedFile(path: path), as: workbook)
    guard case .checksum(true, .otherFormat) = found.content else {
      Testing.Issue.record("\(found.content)")
      return
    }
    #expect(found.isUnaltered == nil)
  }

  @Test func `批注换了字，位置没动，也说出来`() throws {
    func book(_ text: String) throws -> [UInt8] {
      let path = books.path("comment-\(UUID().uuidString).xlsx")
      _ = try Python.run(
        """
        import json, openpyxl, sys
        from openpyxl.comments import Comment
        book = openpyxl.Workbook()
        book.active['A1'].value = 1
        book.active['A1'].comment = Comment(sys.argv[2], '韦')
        book.save(sys.argv[1])
        print(json.dumps({}))
        """, [path, text])
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
    let comparison = try WorkbookComparison(expected: book("按实"), found: book("虚报"))
    #expect(comparison.differences.contains { $0.aspect == .comments })
    let same = try WorkbookComparison(expected: book("按实"), found: book("按实"))
    #expect(!same.differences.contains { $0.aspect == .comments })
  }

  @Test func `去掉版式和校验，说无法核对，不算一致`() throws {
    let path = try books.operations.export(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    func without(_ names: [String]) throws -> BookVerification {
      try books.verify(
        try books.patched(
          path,
          names.map { ["docProps/custom.xml", "<property [^>]*name=\"\($0)\">.*?</property>", ""] })
      )
    }
    let older = try without(["版式"])
    #expect(older.isUnaltered == nil && !older.isUnchecked && !older.isCurrent)
    let bare = try without(["版式", "内容校验"])
    #expect(bare.isUnaltered == nil && bare.isUnchecked && !bare.isCurrent)
    #expect(throws: OperationError.self) { try without(["台账版次"]) }
  }
}
