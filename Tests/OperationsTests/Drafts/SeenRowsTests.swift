import Intake
import Ledger
import Matching
import TestSupport
import Testing

@testable import Operations

/// What the rows of a plan came to, kept and compared. 测试数据
@Suite struct SeenRowsTests {
  @Test func `存下的读回来一样，别的字节不认`() throws {
    let scratch = try ScratchLedger()
    try scratch.operations.beginLedger()
    let seen = SeenRows(try scratch.prepare("list-march.xlsx").plan)
    #expect(!seen.rows.isEmpty)
    #expect(SeenRows(seen.bytes)?.rows == seen.rows)
    #expect(SeenRows(seen.bytes + [0]) == nil)
    var random = SeededNumbers(5)
    for _ in 0..<200 {
      let count = Int.random(in: 0...5, using: &random) * 40
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if let read = SeenRows(bytes) { #expect(read.bytes == bytes) }
    }
  }

  @Test func `变了的、多了的、少了的行都说得出`() throws {
    func row(_ number: Int, _ action: PlannedRow.Action, _ digest: UInt64 = 1) -> SeenRows.Row {
      SeenRows.Row(
        place: SourceRow(table: 0, number: number), action: action, project: nil, digest: digest)
    }
    let before = SeenRows([row(1, .new), row(2, .changed), row(3, .unchanged)])
    let after = SeenRows([row(1, .new), row(2, .changed, 2), row(4, .review)])
    let moved = before.moved(in: after)
    #expect(moved.map(\.before?.place.number) == [2, nil, 3])
    #expect(moved.map(\.after?.place.number) == [2, 4, nil])
    #expect(before.moved(in: before).isEmpty)
  }
}
