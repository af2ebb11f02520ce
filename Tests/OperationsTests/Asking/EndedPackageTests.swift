import Foundation
import Ledger
import Storage
import Testing

@testable import Operations

/// A package that has ended takes its parts with it, however packages are counted (测试数据).
@Suite struct EndedPackageTests {
  @Test(arguments: ["packages", "split"])
  func `打包项目终止了，子项也不计`(counting: String) throws {
    let scratch = try ScratchLedger()
    try scratch.add(["name": "测试打包项目", "condition": "终止"])
    try scratch.add(["name": "测试子项一", "package": "测试打包项目"])
    try scratch.add(["name": "测试打包二"])
    try scratch.add(["name": "测试子项二", "package": "测试打包二"])
    func names(_ filter: [String: [String]]) throws -> [String] {
      let filter = filter.merging(["counting": [counting]]) { $1 }
      return try scratch.operations.list(QuestionOptions(filter: filter)).content.projects
        .compactMap { $0.record.text(.name) }
    }
    let isSplit = counting == "split"
    #expect(try names([:]).filter { $0.contains("一") || $0.contains("打包项目") } == [])
    #expect(
      try scratch.operations.list(QuestionOptions(filter: ["counting": [counting]])).content.totals
        .count
        == 1)
    let all = try scratch.operations.list(
      QuestionOptions(filter: ["counting": [counting], "ended": ["yes"]])
    ).content.totals.count
    #expect(all == 2)
    #expect(try names([:]).contains(isSplit ? "测试子项二" : "测试打包二"))
  }
}
