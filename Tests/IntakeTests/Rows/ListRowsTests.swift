import Ledger
import Testing

@testable import Intake

@Suite struct ListRowsTests {
  @Test func `各表的行连成一列，空表不占位置`() {
    func rows(_ numbers: Int...) -> [ParsedRow] {
      numbers.map { ParsedRow(number: $0, serial: nil, values: []) }
    }
    let list = ListRows([[], rows(5, 6), [], [], rows(9), []])
    #expect(list.map(\.number) == [5, 6, 9])
    #expect(list.indices.map(list.table) == [1, 1, 4])
    #expect(ListRows([]).isEmpty && ListRows([[]]).isEmpty)
  }
}
