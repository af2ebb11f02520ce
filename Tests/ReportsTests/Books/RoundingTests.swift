import Ledger
import Testing

@testable import Reports

/// Parts that are printed rounded and do not add up to the printed total are explained. 测试数据
@Suite struct RoundingTests {
  private func ledger(_ sums: [Int]) throws -> String {
    let projects = sums.enumerated().map { index, hundredths in
      project(
        Int64(index + 1),
        ["name": "项目\(index)", "total_investment": String(hundredths * 10_000)])
    }
    return drawn(LeadersBook(try source(projects: projects)).sheets[1])
  }

  @Test(arguments: [([140, 140], true), ([100, 200], false), ([149, 149, 2], true), ([], false)])
  func `显示的数相加不等于显示的合计，写明是尾差`(hundredths: [Int], isNoted: Bool) throws {
    #expect(try ledger(hundredths).contains("尾差") == isNoted)
  }
}
