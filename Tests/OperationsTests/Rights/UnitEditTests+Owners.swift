import Foundation
import Intake
import Ledger
import Storage
import TestSupport
import Testing
import Wording

@testable import Operations

/// Nobody gets ahead of others by their own word (测试数据).
extension HandWordTests {
  /// The lead unit of project 5, which the commission's list names; the county is nothing of it yet.
  private func lead() throws -> LedgerOperations {
    try list(
      "市发展改革委", ["测试\(Self.names[4]),鹿寨县,市商务局,业主5"], head: "项目名称,县区,牵头单位,项目业主")
    return try operations("lead", .units(["commerce"]), unit: "commerce")
  }

  private func says(_ text: String, by operations: LedgerOperations, _ field: String = "形象进度")
    throws
    -> EditOutcome
  {
    try operations.edit("5", [Assignment(field: field, text: text)], reason: "测试")
  }

  @Test func `县区把自己写成责任单位，压不过牵头单位已经说的`() throws {
    #expect(try says("牵头单位说基础完成", by: lead()).held.isEmpty)
    let county = try county()
    #expect(try says("鹿寨县人民政府", by: county, "责任单位").entry != nil)
    #expect(try says("县里说封顶", by: county).held.map(\.key) == [FieldKey(.progress)])
    try list(
      "鹿寨县人民政府", ["测试\(Self.names[4]),鹿寨县,鹿寨县人民政府,县里又说封顶,业主5"],
      head: "项目名称,县区,责任单位,形象进度,项目业主")
    #expect(try value(5, .progress) == .text("牵头单位说基础完成"))
    let waiting = try scratch.operations.queue([.difference, .conflict]).items
    #expect(waiting.compactMap(\.key) == [FieldKey(.progress)])
    // What the commission says makes it one.
    try list(
      "市发展改革委", ["测试\(Self.names[4]),鹿寨县,鹿寨县人民政府,业主5"], head: "项目名称,县区,责任单位,项目业主")
    #expect(try says("县里说封顶了", by: county).held.isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `先前就是责任单位的，后来说的照算`() throws {
    let county = try county()
    #expect(try says("鹿寨县人民政府", by: county, "责任单位").entry != nil)
    #expect(try says("牵头单位说基础完成", by: lead()).held.isEmpty)
    #expect(try says("县里说封顶", by: county).held.isEmpty)
  }

  @Test func `责任单位归发改：写好的，县区改不动`() throws {
    try list(
      "市发展改革委", ["测试\(Self.names[4]),鹿寨县,市商务局,业主5"], head: "项目名称,县区,责任单位,项目业主")
    #expect(
      try says("鹿寨县人民政府", by: county(), "责任单位").held.map(\.key)
        == [FieldKey(.responsibleUnits)])
  }

  @Test(arguments: Sequences.seeds(6)) func `怎么给自己加名分，别人先说的进度都不盖`(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let county = try county()
    #expect(try says("牵头单位说基础完成", by: lead()).held.isEmpty)
    for step in 0..<16 {
      let claim = Bool.random(using: &random)
      let field: Field = claim ? .responsibleUnits : .progress
      let text = claim ? "鹿寨县人民政府" : "县里第\(step)次说"
      if Bool.random(using: &random) {
        try list(
          "鹿寨县人民政府", ["测试\(Self.names[4]),鹿寨县,业主5,\(text)"],
          head: "项目名称,县区,项目业主,\(field.label)")
      } else {
        _ = try says(text, by: county, field.label)
      }
      #expect(try value(5, .progress) == .text("牵头单位说基础完成"))
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `县区填的数，发改的清单照样报过，县区就改不动了`() throws {
    let county = try county()
    _ = try county.add(
      ["项目名称": "测试流霞砂轮", "县区": "鹿寨县", "总投资": "6000万元"].map {
        Assignment(field: $0, text: $1)
      }, reason: nil)
    let total = FieldKey(.totalInvestment)
    func alter(_ text: String) throws -> EditOutcome {
      try county.edit("测试流霞砂轮", [Assignment(field: "总投资", text: text)], reason: nil)
    }
    #expect(try alter("6100万元").held.isEmpty)
    try list("市发展改革委", ["测试流霞砂轮,鹿寨县,6100"], head: "项目名称,县区,总投资（万元）")
    #expect(try alter("7000万元").held.map(\.key) == [total])
    #expect(try value(7, .totalInvestment) == .money(Money(fen: 610_000_000_0)))
  }

  @Test func `双百认定归投促：低一级的认了也转待办`() throws {
    _ = try scratch.operations.setItem(
      .role, code: "county", isNew: false,
      [(path: "rights", text: "see, contacts, export, import, edit, confirm")], reason: "测试")
    let promotion = try operations("promotion", .everything, unit: "invest-promo")
    _ = try promotion.confirm("1", isConfirmed: true, year: 2026, document: "测试文", reason: nil)
    let key = FieldKey(register: "shuangbai", year: 2026)
    let before = try scratch.snapshot()[1]?[key]
    let outcome = try county().confirm(
      "1", isConfirmed: false, year: 2026, document: "测试文", reason: nil)
    #expect(outcome.held.map(\.key) == [key] && outcome.changes.isEmpty)
    #expect(try scratch.snapshot()[1]?[key] == before)
  }

  @Test(arguments: ["milestones", "problem_log"]) func `节点和问题不能归口：写进设置就说明白`(field: String) throws {
    let known = try #require(Field(id: field))
    #expect(throws: OperationError.notOwnable(known)) {
      try scratch.operations.setItem(
        .setting, code: "authority", isNew: false,
        [(path: "groups.progress.fields", text: "done、\(field)")], reason: nil)
    }
  }
}
