import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// A list that is written while others write all the time. 测试数据
@Suite struct OvertakenTests {
  private let scratch: ScratchLedger
  private static let list = "03-monthly-dispatch.xlsx"

  init() throws {
    scratch = try ScratchLedger()
    try scratch.commit("01-reserve-library.xlsx")
  }

  /// Somebody else, who waits for nobody.
  private var other: LedgerOperations {
    var other = scratch.operations
    other.patience = .milliseconds(1)
    return other
  }

  @Test func `别人写得比做方案快，清单也写得进去：最后一次方案时别人等一等`() throws {
    let consent = ImportConsent(holdsForNext: true)
    var plans = 0
    var isAlone = false
    func overtaken() throws -> PreparedImport {
      plans += 1
      let prepared = try scratch.prepare(Self.list)
      do {
        _ = try other.edit("1", [Assignment(field: "remark", text: "第\(plans)次")], reason: nil)
      } catch StorageError.busy {
        isAlone = true
      }
      return prepared
    }
    let entry = try scratch.operations.write(overtaken(), under: consent) {
      try #require(plans < 20, "a list that is never written")
      return try overtaken()
    }
    #expect(entry != nil)
    #expect(isAlone && plans == 4)
    #expect(try scratch.operations.verify() == [])
    #expect(
      try other.edit("1", [Assignment(field: "remark", text: "其后")], reason: nil).entry != nil)
  }

  @Test func `最后一次方案不合原来的同意，什么都不写，别人照样能写`() throws {
    struct Moved: Error {}
    var plans = 0
    func edit() throws {
      _ = try other.edit("1", [Assignment(field: "remark", text: "第\(plans)次")], reason: nil)
    }
    let first = try scratch.prepare(Self.list)
    try edit()
    #expect(throws: Moved.self) {
      _ = try scratch.operations.write(first, under: ImportConsent(holdsForNext: true)) {
        plans += 1
        guard plans < 3 else { throw Moved() }
        let prepared = try scratch.prepare(Self.list)
        try edit()
        return prepared
      }
    }
    #expect(try scratch.operations.entries(limit: 1).first?.kind == .edit)
    #expect(
      try other.edit("1", [Assignment(field: "remark", text: "其后")], reason: nil).entry != nil)
  }
}
