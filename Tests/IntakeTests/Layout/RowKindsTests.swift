import Testing

@testable import Intake

@Suite struct RowKindsTests {
  @Test func `行的种类按行号存取，先后不论，空行没有`() {
    var kinds: RowKinds = [5: .project]
    #expect(kinds[4] == nil && kinds[6] == nil && kinds[-3] == nil)
    kinds[3] = .title
    kinds[8] = .total
    kinds[5] = .section
    #expect(kinds.all.map(\.row) == [3, 5, 8])
    #expect(kinds.all.map(\.kind) == [.title, .section, .total])
    #expect(RowKinds().all.map(\.row).isEmpty)
  }
}
