import Foundation
import Intake
import Ledger
import Matching
import TestSupport

@testable import Operations

/// The lists of one sender, drawn at random from a few projects that are often alike, so that rows are held
/// for a person and merged pairs are listed on. 测试数据
struct DrawnLists {
  private static let sender = "示例局"
  private static let names =
    (1...9).map { "示例岭标准厂房\($0)号楼" } + ["示例岭标准厂房", "示例岭标准厂房（一期）", "示例岭停车场", "示例谷冷链物流中心"]

  /// The rows of the last list that was written, and those of its names that waited for a person.
  private var last: [String] = []
  private var held: Set<String> = []

  /// Draws a list and writes it.
  mutating func next(_ scratch: ScratchLedger, _ random: inout SeededNumbers) throws -> Entry? {
    var rows: [String] = []
    for name in Self.names.shuffled(using: &random).prefix(Int.random(in: 3...11, using: &random)) {
      let owner = ["", "示例岭开发公司", "示例谷物流公司"].randomElement(using: &random) ?? ""
      let place = ["", "柳南区", "柳城县"].randomElement(using: &random) ?? ""
      let sum = Int.random(in: 1...4, using: &random) * 1000
      let stage = ["", "谋划", "签约", "开工"].randomElement(using: &random) ?? ""
      rows.append("\(name),\(owner),\(place),\(sum),\(stage)")
    }
    let prepared = try prepare(rows, scratch)
    let entry = try scratch.operations.commit(prepared)
    last = rows
    held = Set(prepared.plan.rows(.review).compactMap { $0.row.text(.name) })
    return entry
  }

  /// Something was taken back: what the sender said last may be other than its last list.
  mutating func forget() { last = [] }

  /// What the last list, said again, would alter in the ledger, in words; nothing, whatever people did.
  func alteredByRepeating(_ scratch: ScratchLedger) throws -> [String] {
    if last.isEmpty { return [] }
    return try prepare(last, scratch).plan.rows.compactMap { row in
      let name = row.row.text(.name) ?? ""
      if row.action == .new { return held.contains(name) ? nil : "\(name) is new" }
      return row.changes.isEmpty || held.contains(name) ? nil : "\(name): \(row.changes)"
    }
  }

  private func prepare(_ rows: [String], _ scratch: ScratchLedger) throws -> PreparedImport {
    let file = scratch.folder.appending(path: "测试数据.csv")
    let text = (["项目名称,业主单位,县区,总投资（万元）,项目阶段"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: file)
    return try scratch.operations.prepare(
      try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: Self.sender))
  }
}
