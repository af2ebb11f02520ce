import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations
@testable import Storage

/// Packages and their parts. 测试数据
@Suite struct SplitTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    for name in ["河湾片区打包项目", "河湾一号路", "河湾二号路", "溪口水厂"] {
      _ = try scratch.operations.add(
        [
          Assignment(field: "name", text: name), Assignment(field: "total_investment", text: "100"),
        ], reason: nil)
    }
  }

  private func count(_ basis: String) throws -> Int {
    try scratch.operations.list(QuestionOptions(filter: ["counting": [basis]])).content.totals.count
  }

  @Test func `拆分后合计只算一边，取消拆分后各算各的`() throws {
    let split = try scratch.operations.split("1", into: ["2", "3"], reason: "批复")
    #expect(split.parts == [2, 3])
    #expect(try count("packages") == 2)
    #expect(try count("split") == 3)
    #expect(try scratch.operations.split("1", into: ["3"], reason: nil).entry == nil)
    #expect(try scratch.operations.unsplit("1", parts: ["3"], reason: nil).parts == [3])
    #expect(try count("split") == 3)
    #expect(try count("packages") == 3)
    #expect(try scratch.operations.unsplit("1", parts: [], reason: nil).parts == [2])
    #expect(try count("packages") == 4)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `打包项目改名，子项跟着改，一并撤销`() throws {
    _ = try scratch.operations.split("1", into: ["2", "3"], reason: nil)
    let renamed = try scratch.operations.edit(
      "1", [Assignment(field: "name", text: "河湾片区路网打包项目")], reason: nil)
    #expect(try scratch.operations.show("2").project.record.text(.package) == "河湾片区路网打包项目")
    #expect(try count("packages") == 2)
    let entry = try #require(renamed.entry)
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.operations.show("3").project.record.text(.package) == "河湾片区打包项目")
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `拆分是凭证，可以撤销`() throws {
    let entry = try #require(try scratch.operations.split("1", into: ["2"], reason: nil).entry)
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try count("packages") == 4)
  }

  @Test func `不能拆成自己，子项不能再拆，别家的子项不能拿`() throws {
    _ = try scratch.operations.split("1", into: ["2"], reason: nil)
    #expect(throws: PairError.partOfItself(1)) {
      try scratch.operations.split("1", into: ["1"], reason: nil)
    }
    #expect(throws: PairError.packageIsPart(2, of: "河湾片区打包项目")) {
      try scratch.operations.split("2", into: ["3"], reason: nil)
    }
    #expect(throws: PairError.partIsPackage(1)) {
      try scratch.operations.split("4", into: ["1"], reason: nil)
    }
    #expect(throws: PairError.partOfOther(2, package: "河湾片区打包项目")) {
      try scratch.operations.split("4", into: ["2"], reason: nil)
    }
    #expect(throws: PairError.notPartOf(3, package: "河湾片区打包项目")) {
      try scratch.operations.unsplit("1", parts: ["3"], reason: nil)
    }
  }

  // MARK: Taken back

  private func undo(_ entry: Int64) throws -> UndoPlan {
    let plan = try scratch.operations.undoPlan(of: entry)
    _ = try scratch.operations.undo(plan, reason: nil)
    return plan
  }

  private func package(of project: String) throws -> String? {
    try scratch.operations.show(project).project.record.text(.package)
  }

  @Test func `撤销打包项目的来历，子项不再指着没有的项目；撤销的撤销都还原`() throws {
    let before = try scratch.snapshot()
    let split = try #require(
      try scratch.operations.split("1", into: ["2", "3"], reason: nil).entry)
    let after = try scratch.snapshot()
    let plan = try undo(2)
    #expect(
      plan.loosened == [
        UndoPlan.Loosened(project: 2, name: "河湾一号路", package: "河湾片区打包项目", becomes: nil),
        UndoPlan.Loosened(project: 3, name: "河湾二号路", package: "河湾片区打包项目", becomes: nil),
      ])
    #expect(try package(of: "2") == nil && package(of: "3") == nil)
    #expect(try scratch.snapshot(asOf: split.number) == after)
    #expect(try scratch.operations.verify().isEmpty)
    _ = try undo(split.number + 1)
    #expect(try scratch.snapshot() == after)
    _ = try undo(split.number)
    #expect(try scratch.snapshot() == before)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `撤销改名，改名之后才拆出的子项跟着改回`() throws {
    let renamed = try #require(
      try scratch.operations.edit(
        "1", [Assignment(field: "name", text: "河湾片区路网打包项目")], reason: nil
      ).entry)
    _ = try scratch.operations.split("1", into: ["2"], reason: nil)
    let plan = try undo(renamed.number)
    #expect(plan.loosened.map(\.becomes) == ["河湾片区打包项目"])
    #expect(try package(of: "2") == "河湾片区打包项目")
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `还有别的项目叫这个名称，子项就还是它的`() throws {
    _ = try scratch.operations.split("1", into: ["2"], reason: nil)
    let other = try scratch.operations.add([Assignment(field: "name", text: "青云水厂")], reason: nil)
    _ = try scratch.operations.edit(
      String(try #require(other.project)), [Assignment(field: "name", text: "河湾片区打包项目")],
      reason: nil)
    #expect(try undo(2).loosened.isEmpty)
    #expect(try package(of: "2") == "河湾片区打包项目")
  }
}
