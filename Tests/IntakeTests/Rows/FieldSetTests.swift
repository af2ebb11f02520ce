import Ledger
import Testing

@testable import Intake

@Suite struct FieldSetTests {
  @Test func `每个字段各占一位，互不相混`() {
    for field in Field.allCases {
      var set = FieldSet()
      set.insert(field.rawValue)
      #expect(Field.allCases.filter { set.contains($0.rawValue) } == [field])
    }
  }
}
