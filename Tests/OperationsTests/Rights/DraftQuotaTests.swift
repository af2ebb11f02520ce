import Intake
import Ledger
import Spreadsheet
import Testing
import Wording

@testable import Operations

/// One account does not fill the disk with lists that nobody writes (测试数据).
@Suite struct DraftQuotaTests {
  private static func begun() throws -> ScratchLedger {
    let scratch = try ScratchLedger()
    _ = try scratch.operations.add([Assignment(field: "项目名称", text: "测试霁川铸造")], reason: nil)
    return scratch
  }

  private func send(_ operations: LedgerOperations, _ bytes: Int = 10) throws -> ImportDraft {
    let upload = try operations.receive("清单.csv")
    try upload.append([UInt8](repeating: 0x41, count: bytes))
    return try upload.finish(ImportDraft.Options())
  }

  private func operations(_ login: String, of scratch: ScratchLedger) -> LedgerOperations {
    let person = Person(
      login: login, name: "测试", unit: nil, grants: [Grant(role: "promotion", scope: .everything)])
    return LedgerOperations(
      path: scratch.operations.path, person: person, actor: "测试（\(login)）",
      now: scratch.operations.now)
  }

  @Test func `一个账户至多五十份没写的清单；放弃一份又能传；别人照传`() throws {
    let scratch = try Self.begun()
    let (one, other) = (operations("wei", of: scratch), operations("he", of: scratch))
    var last = 0
    for _ in 1...50 { last = try send(one).number }
    #expect(throws: OperationError.draftsFull(lists: 50, bytes: 500)) { try send(one) }
    _ = try send(other)
    _ = try send(scratch.operations)
    try one.discard(draft: last)
    _ = try send(one)
  }

  @Test func `一个账户至多两百兆`() throws {
    let scratch = try Self.begun()
    var operations = operations("wei", of: scratch)
    operations.limits.fileBytes = 1 << 30
    _ = try send(operations, 200 << 20)
    #expect(throws: OperationError.draftsFull(lists: 1, bytes: 200 << 20)) { try send(operations) }
  }
}
