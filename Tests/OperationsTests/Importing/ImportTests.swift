import Foundation
import Intake
import Ledger
import Matching
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

@Suite struct ImportTests {
  @Test func `同一份清单再导一次什么都不变`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let again = try scratch.prepare("list-march.xlsx")
    #expect(!again.hasEffect)
    #expect(again.plan.count(.unchanged) == 33)
    #expect(try scratch.operations.commit(again) == nil)
    #expect(try scratch.operations.entries(limit: 9).count == 2)
  }

  @Test func `手工改过的数，清单没变就不会被盖掉`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let name = "昉远（柳州）页岩气评价井建设项目"
    let project = try #require(try scratch.snapshot().values.first { $0.text(.name) != nil })
    let edited = try #require(project.text(.name))
    _ = try scratch.operations.edit(
      edited, [Assignment(field: "总投资", text: "9.99亿元")], reason: name)
    #expect(!(try scratch.prepare("list-march.xlsx").hasEffect))
    let view = try scratch.operations.show(edited)
    #expect(view.project.record.money(.totalInvestment)?.wanYuan == "99900")
  }

  @Test func `撤销四月回到三月，中间的手工修改留下`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    #expect(try scratch.operations.verify().isEmpty)
    let first = try #require(try scratch.snapshot().values.compactMap { $0.text(.name) }.min())
    _ = try scratch.operations.edit(first, [Assignment(field: "remark", text: "现场核实")], reason: nil)
    let before = try scratch.snapshot()
    let april = try #require(try scratch.commit("list-april.xlsx"))
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try scratch.snapshot() != before)
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: april.number), reason: nil)
    #expect(try scratch.snapshot() == before)
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try scratch.prepare("list-april.xlsx").hasEffect)
  }

  @Test func `预览之后台账动过，方案作废`() throws {
    let scratch = try ScratchLedger()
    let prepared = try scratch.prepare("list-march.xlsx")
    try scratch.commit("21-packages.xlsx")
    #expect(throws: StorageError.stale(expected: 1, found: 2)) {
      try scratch.operations.commit(prepared)
    }
  }

  @Test func `方案指纹随内容和版次变`() throws {
    let scratch = try ScratchLedger()
    let one = try scratch.prepare("list-march.xlsx").fingerprint
    #expect(try scratch.prepare("list-march.xlsx").fingerprint == one)
    #expect(try scratch.prepare("list-april.xlsx").fingerprint != one)
    try scratch.commit("21-packages.xlsx")
    #expect(try scratch.prepare("list-march.xlsx").fingerprint != one)
  }

  @Test func `等别人写完时听到中断就停`() throws {
    let scratch = try ScratchLedger()
    let prepared = try scratch.prepare("list-march.xlsx")
    var operations = scratch.operations
    operations.interruption = Interruption()
    try scratch.operations.writing { _, _ in
      operations.interruption.request()
      #expect(throws: OperationError.interrupted) { try operations.commit(prepared) }
    }
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test func `中断时什么都不写`() throws {
    let scratch = try ScratchLedger()
    let prepared = try scratch.prepare("08-large-1200.xlsx")
    var operations = scratch.operations
    operations.interruption = Interruption()
    #expect(throws: OperationError.interrupted) {
      try operations.commit(prepared) { progress in
        if progress.done > 300 { operations.interruption.request() }
      }
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try scratch.operations.commit(prepared) != nil)
  }

  @Test(arguments: [
    "01-reserve-library.xlsx", "02-coordinated-three-level.xlsx", "03-monthly-dispatch.xlsx",
    "05-by-district.xlsx", "08-large-1200.xlsx", "09-system-export-bom.csv",
    "24-report-named-projects.xlsx",
  ])
  func `清单写入后台账通过核验，再撤销回到空账`(name: String) throws {
    let scratch = try ScratchLedger()
    let entry = try #require(try scratch.commit(name))
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try !scratch.prepare(name).hasEffect)
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `每个值都能查到单元格和原文`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("15-money-units.xlsx")
    let view = try scratch.operations.show("铂涧（柳州）储能电池系统项目")
    let origin = try #require(view.origins[FieldKey(.totalInvestment)])
    #expect(origin.sheet == "投资核对")
    #expect(origin.cell == "C5")
    #expect(origin.raw == "5亿元")
    #expect(origin.fileName == "15-money-units.xlsx")
  }
}
