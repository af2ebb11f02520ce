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

  @Test func `按编号找项目，编号有空缺也找得到`() {
    let directory = KnownDirectory([2, 3, 5, 9].map { KnownProject(id: $0, name: "第\($0)") })
    #expect(
      (0...11).map { directory[$0]?.id } == [nil, nil, 2, 3, nil, 5, nil, nil, nil, 9, nil, nil])
    #expect(KnownDirectory([])[1] == nil)
  }
}
