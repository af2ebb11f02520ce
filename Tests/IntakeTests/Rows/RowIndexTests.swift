import Ledger
import TestSupport
import Testing

@testable import Intake
@testable import Matching

/// Two rows of a file that may be one project: what is said of the sheet, and what is asked of a person.
@Suite struct RowsBeforeTests {
  private static func reading(_ rows: [String]) throws -> DrawnReading {
    let lines = rows.enumerated().map { "\($0 + 1) | \($1)" }
    return try DrawnReading(
      (["序号 | 项目名称 | 项目代码 | 县区 | 建设单位"] + lines).joined(separator: "\n"))
  }

  @Test(arguments: [
    ("示例电池厂", "示例电池厂", "B3 duplicate.in_file", true),
    ("示例 电池厂", "示例电池厂", "B3 duplicate.in_file", true),
    // Whether these are one project is a question; no reader would say that a row repeats another.
    ("示例电池厂", "示例电池厂建设项目", "", true),
    ("示例电池厂", "示例“电池厂”", "", true),
    ("示例电池厂（一期）", "示例电池厂(一期)", "", true),
    ("示例电池厂（一期）", "示例电池厂（二期）", "", false),
    ("示例电池厂 | 2019-450200-01-01-000001", "示例电池厂", "B3 duplicate.in_file", true),
    (
      "示例电池厂 | 2019-450200-01-01-000001", "另一厂 | 2019-450200-01-01-000001",
      "C3 duplicate.in_file", true
    ),
    ("示例电池厂 | 2019-450200-01-01-000001", "示例电池厂 | 2019-450200-01-01-000002", "", false),
    ("示例电池厂 | | 鱼峰区", "示例电池厂 | | 柳南区", "", false),
    ("示例电池厂 | | 鱼峰区", "示例电池厂", "B3 duplicate.in_file", true),
    // A repetition to look at, of two projects.
    ("示例电池厂 | | | 甲示例公司", "示例电池厂 | | | 乙示例公司", "B3 duplicate.in_file", false),
  ])
  func `一个文件里的两行`(one: String, other: String, finding: String, isOne: Bool) throws {
    let reading = try Self.reading([one, other])
    #expect(reading.findings == finding)
    let catalogue = try Shipped.catalogue.get()
    let matches = try Matcher(KnownIndex(PackedProjects()), judge: IdentityJudge(catalogue))
      .matches(of: reading.list.rows)
    #expect(matches == [.new, isOne ? .repeated(row: 2) : .new])
  }

  @Test func `写法相同的名称，比对时也相同`() {
    var random = SeededNumbers(name: "names")
    let pieces = ["示", "例", " ", "“", "”", "（", "(", "项目", "建设项目", "工程", "一期", "Ａ", "A"]
    func name() -> String {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
    for _ in 0..<5_000 {
      let (one, other) = (name(), name())
      if NameKey(asWritten: one) == NameKey(asWritten: other) {
        #expect(NameKey(one) == NameKey(other), "\(one) \(other)")
      }
    }
  }
}
