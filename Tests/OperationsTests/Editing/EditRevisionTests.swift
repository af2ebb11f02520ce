import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// Who edits what they looked at does not write over what came meanwhile. 测试数据
@Suite struct EditRevisionTests {
  @Test func `看过之后别人改了，就不写；没改就写`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let seen = try scratch.operations.show("1").project.revision
    _ = try scratch.operations.edit("2", [Assignment(field: "remark", text: "别的项目")], reason: nil)
    let mine = try scratch.operations.edit(
      "1", [Assignment(field: "remark", text: "我改的")], reason: nil, ifRevision: seen)
    let entry = try #require(mine.entry)
    #expect(throws: StorageError.stale(expected: seen, found: entry.number)) {
      try scratch.operations.edit(
        "1", [Assignment(field: "remark", text: "照旧的改")], reason: nil, ifRevision: seen)
    }
    #expect(try scratch.operations.show("1").project.record.text(.remark) == "我改的")
    #expect(try scratch.operations.entries(limit: 1).first?.number == entry.number)
  }
}
