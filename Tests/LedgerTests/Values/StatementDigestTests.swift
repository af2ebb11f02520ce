import TestSupport
import Testing

@testable import Ledger

@Suite struct StatementDigestTests {
  private static let record = Record([
    (FieldKey(.name), .text("示例动力电池项目")),
    (FieldKey(register: "shuangbai", year: 2026), .membership(Membership(state: "候选"))),
    (FieldKey(.totalInvestment), .money(Money(fen: 120_000_000))),
    (FieldKey(.leadUnits), .references(["iit", "commerce"])),
  ])

  /// Ledgers keep digests: when this one alters, they are to be taken along by a migration.
  @Test func `the digest of given values is the one that ledgers keep`() {
    #expect(StatementDigest.of(Record()) == 0x9e37_79b9_7f4a_7c15)
    #expect(StatementDigest.of(Self.record) == 0x9a7989b6b28ade13)
  }

  @Test func `whatever alters alters the digest`() {
    var random = SeededNumbers(11)
    var seen: [UInt64: Record] = [:]
    for length in 0..<40 {
      for _ in 0..<50 {
        var record = Self.record
        let text = String((0..<length).map { _ in "一二三ab7".randomElement(using: &random) ?? "零" })
        record[FieldKey(.remark)] = .text(text)
        let digest = StatementDigest.of(record)
        #expect(seen[digest] == nil || seen[digest] == record)
        seen[digest] = record
      }
    }
  }

  @Test func `where one text ends and the next begins counts`() {
    func digest(_ units: [String]) -> UInt64 {
      StatementDigest.of(Record([(FieldKey(.leadUnits), .references(units))]))
    }
    let digests = Set([digest(["ab", "c"]), digest(["a", "bc"]), digest(["abc"])])
    #expect(digests.count == 3)
  }
}
