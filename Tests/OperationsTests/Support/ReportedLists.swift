import Foundation
import Intake
import Ledger

@testable import Operations

/// Lists as offices report them, written in the test. 测试数据
struct ReportedLists {
  let scratch: ScratchLedger

  /// A list with a title that states its month, and one sender; the columns behind the name, and rows from the
  /// name on. Owner and county stand behind them.
  func prepare(
    _ sender: String?, _ month: Int?, _ columns: String, _ rows: [String],
    file: String = "清单.csv", clear: [String] = [], decisions: DecisionFile? = nil
  ) throws -> PreparedImport {
    let bytes = Self.bytes(sender: nil, month, columns, rows)
    return try scratch.operations.prepare(
      ReceivedFile(name: file, bytes: bytes),
      ImportOptions(year: 2026, sender: sender, clear: clear, decisions: decisions))
  }

  @discardableResult
  func take(
    _ sender: String?, _ month: Int?, _ columns: String, _ rows: [String],
    file: String = "清单.csv", decisions: DecisionFile? = nil
  ) throws -> PreparedImport {
    let prepared = try prepare(sender, month, columns, rows, file: file, decisions: decisions)
    _ = try scratch.operations.commit(prepared)
    return prepared
  }

  static func bytes(
    sender: String?, _ month: Int?, _ columns: String, _ rows: [String]
  ) -> [UInt8] {
    let until = month.map { "（截至2026年\($0)月底）" } ?? ""
    let head =
      ["2026年重点项目推进表（测试数据）\(until)"] + (sender.map { ["填报单位：\($0)"] } ?? [])
      + ["序号,项目名称,\(columns),业主,县区"]
    // Owner and place tell whose project it is, whoever reports it.
    let numbered = rows.enumerated().map { "\($0.offset + 1),\($0.element),示例公司,鹿寨县" }
    return Array((head + numbered).joined(separator: "\n").utf8)
  }

  func record(_ project: ProjectID = 1) throws -> Record {
    try scratch.snapshot()[project] ?? Record()
  }

  /// The value of a key of the first project, as it is kept.
  func value(_ key: String) throws -> String? {
    try FieldKey(key).flatMap { try record()[$0]?.canonical }
  }

  func edit(_ field: String, _ text: String) throws {
    _ = try scratch.operations.edit("1", [Assignment(field: field, text: text)], reason: "测试数据")
  }

  func json(_ prepared: PreparedImport) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(prepared.json.text.utf8)) as? [String: Any] ?? [:]
  }
}
