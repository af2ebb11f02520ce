import Foundation
import Intake
import Ledger
import Matching
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

@Suite struct ReceiptTests {
  /// A list as an office sends it, invented (测试数据).
  private static func list(_ rows: [String]) -> ReceivedFile {
    let header = "序号,项目名称,牵头单位,总投资（万元）\n"
    return ReceivedFile(name: "清单.csv", bytes: Array((header + rows.joined(separator: "\n")).utf8))
  }

  private static let march = [
    "1,测试岭装配线项目,市科技局,1000", "2,测试湾冷库项目,市商务局,2000", "3,,市商务局,3000",
  ]
  private static let april = [
    "1,测试岭装配线项目,市科技局,1500", "2,测试湾冷库项目,市商务局,2000", "3,测试坡水厂项目,市水利局,3000",
  ]

  private func commit(_ rows: [String], _ scratch: ScratchLedger) throws -> Entry {
    let prepared = try scratch.operations.prepare(Self.list(rows), ImportOptions(year: 2026))
    return try #require(try scratch.operations.commit(prepared))
  }

  @Test func `每一行都有去向，撤销之后也还查得到`() throws {
    let scratch = try ScratchLedger()
    let first = try commit(Self.march, scratch)
    let second = try commit(Self.april, scratch)
    let receipt = try scratch.operations.receipt(of: second.number, withNewValues: true)
    #expect(receipt.rows.map(\.outcome) == [.updated, .unchanged, .created])
    #expect(receipt.rows.map(\.name) == ["测试岭装配线项目", "测试湾冷库项目", "测试坡水厂项目"])
    #expect(receipt.rows.map(\.number) == [2, 3, 4])
    #expect(receipt.entry.source?.sha256 == Self.list(Self.april).sha256)
    let before = try scratch.operations.receipt(of: first.number, withNewValues: true)
    #expect(before.rows.map(\.outcome) == [.created, .created, .rejected])
    for entry in [second, first] {
      _ = try scratch.operations.undo(
        try scratch.operations.undoPlan(of: entry.number), reason: nil)
    }
    #expect(
      try scratch.operations.receipt(of: first.number, withNewValues: true).rows == before.rows)
    #expect(throws: OperationError.notAnImport(1)) {
      try scratch.operations.receipt(of: 1, withNewValues: true)
    }
  }

  @Test func `回执也是一张工作簿`() throws {
    let scratch = try ScratchLedger()
    let entry = try commit(Self.march, scratch)
    let path = scratch.folder.appending(path: "回执.xlsx").path
    try scratch.operations.writeReceipt(
      try scratch.operations.receipt(of: entry.number, withNewValues: true), to: path)
    let book = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    let texts = book.sheets.flatMap(\.rows).flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.value { text } else { nil }
    }
    #expect(texts.contains { $0.contains(Self.list(Self.march).sha256) })
    #expect(texts.contains("测试湾冷库项目") && texts.contains("不能导入"))
  }

  @Test func `回执写明当时采用的认定，以后撤回了也不变`() throws {
    let scratch = try ScratchLedger()
    let decisions = try DecisionFile(
      yaml: "decisions:\n- {kind: unit, value: 市科技口, canonical: 市科技局}".utf8)
    let rows = ["1,测试岭装配线项目,市科技口,1000", "2,,市科技口,1"]
    let prepared = try scratch.operations.prepare(
      Self.list(rows),
      ImportOptions(year: 2026, sender: "东山县项目办", decisions: decisions))
    let entry = try #require(try scratch.operations.commit(prepared))
    let number = try #require(try scratch.operations.decisions(sender: nil).first?.number)
    _ = try scratch.operations.revokeDecision(number, reason: nil)
    let receipt = try scratch.operations.receipt(of: entry.number, withNewValues: true)
    #expect(receipt.decisions.map(\.text) == ["市科技口"])
    #expect(receipt.decisions.map(\.meaning) == ["市科技局"])
    #expect(receipt.decisions.map(\.entry) == [entry.number - 1])
    let path = scratch.folder.appending(path: "回执.xlsx").path
    try scratch.operations.writeReceipt(receipt, to: path)
    let book = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(book.sheets.map(\.name) == ["导入回执", "采用的认定", "问题和未读入"])
  }

  @Test func `要求全部写入时，有一行不行就什么都不写`() throws {
    let scratch = try ScratchLedger()
    let prepared = try scratch.operations.prepare(Self.list(Self.march), ImportOptions(year: 2026))
    #expect(throws: OperationError.incomplete(rows: 1, findings: 1)) {
      try prepared.requireWhole()
    }
    try scratch.operations.prepare(Self.list(Self.april), ImportOptions(year: 2026)).requireWhole()
  }

  @Test func `方案说的不同、旧清单、少了的列，回执也说`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    let operations = lists.scratch.operations
    func receipt() throws -> Receipt {
      try operations.receipt(
        of: try #require(try operations.entries(limit: 1).first).number, withNewValues: true)
    }
    func json(_ receipt: Receipt) throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(receipt.json.text.utf8)) as? [String: Any] ?? [:]
    }
    let columns = "总投资（万元）,备注"
    try lists.take("市发展改革委", 3, columns, ["远岭冷库,8000,甲"])
    try lists.take("鹿寨县发改局", 4, columns, ["远岭冷库,7000,甲"])
    let difference = try receipt()
    let part = difference.parts.first { $0.heading == "与归口单位所报不同、暂保留台账 1 处" }
    #expect(part?.lines.count == 1 && part?.lines.first?.contains("市发展改革委所报") == true)
    #expect(!difference.parts.contains { $0.heading.contains("两边都改过") })
    let told = try json(difference)["differences"] as? [[String: Any]]
    #expect(told?.first?["senders"] as? [String] == ["市发展改革委"])
    #expect((try json(difference)["conflicts"] as? [Any])?.isEmpty == true)
    try lists.take("鹿寨县发改局", 2, "2026年2月完成投资（万元）", ["远岭冷库,100"])
    let older = try receipt()
    #expect(older.olderWords?.contains("该单位已报到 2026-04") == true)
    #expect(try json(older)["older_than"] as? String == "2026-04")
    #expect(older.layoutDifferences.contains { $0.contains("本次少了一列：备注") })
    #expect(try json(older)["layout_differences"] as? [String] == older.layoutDifferences)
    let path = lists.scratch.folder.appending(path: "回执.xlsx").path
    try operations.writeReceipt(older, to: path)
    let book = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    let texts = book.sheets.flatMap(\.rows).flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.value { text } else { nil }
    }
    #expect(texts.contains { $0.contains("该单位已报到") })
    #expect(texts.contains { $0.contains("本次少了一列：备注") })
  }

  @Test func `方案说出哪些行跳步或倒退`() throws {
    let scratch = try ScratchLedger()
    func list(_ stage: String) -> ReceivedFile {
      ReceivedFile(
        name: "清单.csv",
        bytes: Array("序号,项目名称,业主,县区,项目阶段\n1,测试岭装配线项目,测试公司,柳北区,\(stage)\n".utf8))
    }
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(list("洽谈"), ImportOptions(year: 2026, sender: "测试县")))
    for (stage, count) in [("签约", 0), ("建设", 1), ("谋划", 1)] {
      let prepared = try scratch.operations.prepare(
        list(stage), ImportOptions(year: 2026, sender: "测试县"))
      #expect(prepared.plan.unusualStages(prepared.catalogue).count == count, "\(stage)")
    }
  }

  @Test func `月份晚的单位报过的不改、名次相同以后到的为准、没报过的空格不清，方案和回执都写明`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    let columns = "总投资（万元）,备注"
    try lists.take("市发展改革委", 3, "总投资（万元）", ["远岭冷库,8000"])
    try lists.take("鹿寨县发改局", 5, "备注", ["远岭冷库,甲"])
    func receipt() throws -> Receipt {
      let last = try #require(try lists.scratch.operations.entries(limit: 1).first)
      return try lists.scratch.operations.receipt(of: last.number, withNewValues: true)
    }
    try lists.take("市商务局", 4, "备注", ["远岭冷库,乙"])
    #expect(try receipt().parts.map(\.heading).contains("别的单位报的月份更晚、台账不改 1 处"))
    #expect(
      try receipt().parts.flatMap(\.lines).contains(
        "第 3 行，项目 1 备注：清单 乙，鹿寨县发改局 2026-05 报的月份更晚，台账 甲 不改"))
    try lists.take("市商务局", 5, "备注", ["远岭冷库,丙"])
    #expect(try lists.value("remark") == "丙")
    #expect(
      try receipt().parts.flatMap(\.lines).contains(
        "第 3 行，项目 1 备注：鹿寨县发改局 2026-05 报的是 甲，两家名次相同、月份分不出先后，以后到的 丙 为准"))
    #expect(try receipt().json.text.contains(#""reason":"equals""#))
    let prepared = try lists.prepare(
      "市商务局", 6, columns, ["远岭冷库,,丁"], clear: ["总投资"])
    #expect(prepared.plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    #expect(prepared.plan.rows[0].asides.map(\.reason) == [.blank])
    _ = try lists.scratch.operations.commit(prepared)
    #expect(
      try receipt().parts.flatMap(\.lines).contains(
        "第 3 行，项目 1 总投资：清单空着，要求清空，但该单位没有报过这个值，台账 8000 万元 不清"))
    #expect(try lists.scratch.operations.verify().isEmpty)
  }
}
