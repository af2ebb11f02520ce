import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// A ledger that is held open.
@Suite struct OpenLedgerTests {
  @Test func `正在答的时候再问一次，答的是同一个状态，不会卡住也不会崩溃`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let ledger = try OpenLedger(at: scratch.operations)
    defer { try? ledger.close() }
    func revision(_ operations: LedgerOperations) throws -> Int64 {
      try operations.reading { store, _ in try store.revision }
    }
    let before = try ledger.reading(at: scratch.operations, revision)
    try ledger.reading(at: scratch.operations) { _ in
      _ = try scratch.operations.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
      #expect(try ledger.reading(at: scratch.operations, revision) == before)
    }
    #expect(try ledger.reading(at: scratch.operations, revision) == before + 1)
  }
}
