import Storage
import Testing

@testable import taizhang

@Suite struct HeadLinesTests {
  @Test func `what heads writes is read back, whatever a ledger is called`() throws {
    let hash = String(repeating: "5f", count: 32)
    let heads = ["liuzhou", "柳州 2026"].map { StandingLedger(name: $0, number: 12, hash: hash) }
    let text = heads.map { HeadLines.line($0) + "\n" }.joined()
    #expect(try HeadLines.read(text) == heads)
    #expect(throws: (any Error).self) { try HeadLines.read("12:5f liuzhou") }
  }
}
