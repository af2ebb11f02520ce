import Foundation
import Ledger
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// What officers ask of the ledger, with what the books say as the measure (测试数据).
@Suite struct OfficersQuestionTests {
  private let ledger: BookLedger
  private var operations: LedgerOperations { ledger.scratch.operations }

  init() throws { ledger = try BookLedger() }

  private func names(_ filter: [String: [String]]) throws -> Set<String> {
    let list = try operations.list(QuestionOptions(filter: filter)).content
    return Set(list.projects.compactMap { $0.record.text(.name) })
  }

  @Test(arguments: [[:], ["chain": ["人工智能终端及机器人"]], ["month": ["2026-02"]]])
  func `按灯查出来的，就是领导汇总里亮这盏灯的`(filter: [String: [String]]) throws {
    let press = try operations.reading { store, catalogue in
      try BookPress(
        [.leaders], ExportOptions(question: QuestionOptions(filter: filter)), store, catalogue)
    }
    let book = LeadersBook(press.source)
    var shown: [LightRule.Light: Set<String>] = [:]
    for project in press.source.figures {
      if let light = book.light(project)?.light { shown[light, default: []].insert(project.name) }
    }
    #expect(shown.count > 1)
    for light in LightRule.Light.allCases {
      let asked = filter.merging(["light": [light.rawValue]]) { $1 }
      #expect(try names(asked) == shown[light] ?? [])
    }
  }

  private func table(_ columns: String) throws -> ProjectTable {
    try operations.table(QuestionOptions(filter: [:]), columns: try ListColumn.list(columns))
      .content
  }

  @Test(arguments: ListColumn.all() + [.place])
  func `每一列都能用中文名和英文名点出来`(column: ListColumn) throws {
    #expect(try ListColumn.list("\(column.name),\(column.id)") == [column, column])
    #expect(try table(column.id).rows.allSatisfy { $0.count == 1 })
  }

  @Test func `列名写错了说相近的，排序的名称也是列名`() throws {
    #expect(throws: OperationError.unknownColumn("进度等", nearest: ["进度灯", "形象进度"])) {
      try ListColumn.list("编号,进度等")
    }
    #expect(
      try ListColumn.list("名称、业主，计划 , 累计完成,investment,项目库")
        == [
          .field(.name), .field(.owner), .field(.plan), .field(.done), .field(.totalInvestment),
          .field(.registers),
        ])
  }

  @Test func `计划、完成、完成率、进度灯、项目库与领导汇总的数一样`() throws {
    let table = try table("id,plan,done,rate,light,registers")
    let press = try operations.reading { store, catalogue in
      try BookPress(
        [.leaders], ExportOptions(question: QuestionOptions(filter: [:])), store, catalogue)
    }
    let book = LeadersBook(press.source)
    #expect(table.labels[1...2] == ["2026年计划投资（万元）", "2026年1-3月完成投资（万元）"])
    #expect(table.rows.contains { $0.allSatisfy { $0 != nil } })
    for row in table.rows {
      let figures = try #require(
        press.source.figures.first { String($0.id) == row[0]?.text })
      #expect(row[1]?.text == figures.plan?.wanYuan)
      #expect(row[2]?.text == figures.done?.wanYuan)
      if case .rate(let rate)? = row[3] {
        #expect(rate == figures.rate)
      } else {
        #expect(row[3] == nil && figures.rate == nil)
      }
      #expect(row[4]?.text == book.light(figures).map { book.rule.word($0.light) })
      #expect((row[5] == nil) == figures.record.entries(of: .registers).isEmpty)
    }
  }

  @Test func `表格文件是中文表头、带标记，不点名就没有联系人`() throws {
    let usual = ListColumn.all(without: Field.personal)
    let table = try operations.table(
      QuestionOptions(filter: [:], sort: "-总投资"), columns: usual
    ).content
    let lines = table.csv.components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("\u{FEFF}编号,项目代码,"))
    #expect(lines.count == table.list.totals.count + 1)
    #expect(!table.csv.contains("韦测试"))
    #expect(!usual.contains(.field(.contact)) && !usual.contains(.field(.phone)))
    #expect(try self.table("联系人").csv.contains("韦测试"))
  }
}
