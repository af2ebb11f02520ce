import Foundation
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Reports

/// What officers ask of the ledger, with what the books say as the measure (测试数据).
@Suite struct OfficersQuestionTests {
  private let ledger: BookLedger
  private var desk: LedgerDesk { ledger.scratch.desk }

  init() throws { ledger = try BookLedger() }

  private func names(_ filter: [String: [String]]) throws -> Set<String> {
    let list = try desk.list(QuestionOptions(filter: filter)).content
    return Set(list.projects.compactMap { $0.record.text(.name) })
  }

  @Test(arguments: [[:], ["chain": ["人工智能终端及机器人"]], ["month": ["2026-02"]]])
  func `按灯查出来的，就是领导汇总里亮这盏灯的`(filter: [String: [String]]) throws {
    let press = try desk.reading { store, catalogue in
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
}
