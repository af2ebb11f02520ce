import Ledger
import Testing

@testable import Intake

@Suite struct RowsTests {
  @Test func `各表的行连成一列，空表不占位置`() {
    func rows(_ numbers: Int...) -> [ParsedRow] {
      numbers.map { ParsedRow(number: $0, serial: nil, values: []) }
    }
    let list = Rows(of: [[], rows(5, 6), [], [], rows(9), []].map { Rows($0) })
    #expect(list.map(\.number) == [5, 6, 9])
    #expect(list.indices.map(list.table) == [1, 1, 4])
    #expect(Rows(of: []).isEmpty && Rows(of: [[], []]).isEmpty)
  }

  @Test func `几个核一起看，结果还是行的次序`() throws {
    struct Stopped: Error {}
    let few = (1...40).map { ParsedRow(number: $0, serial: nil, values: []) }
    let rows = Rows(
      of: [20_000, 0, 1, 30_000].map { count in Rows((0..<count).map { few[$0 * 7 % 40] }) })
    #expect(try rows.concurrentMap(\.number) == rows.map(\.number))
    #expect(throws: Stopped.self) {
      _ = try rows.concurrentMap(watch: { throw Stopped() }) { $0.number }
    }
  }
}
