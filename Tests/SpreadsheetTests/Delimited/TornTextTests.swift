import TestSupport
import Testing

@testable import Spreadsheet

/// Text that was torn is read as far as it can be, and the torn cells are named.
@Suite struct TornTextTests {
  private func read(_ bytes: [UInt8]) throws -> Sheet { try Workbook.read(bytes).sheets[0] }

  @Test func aQuoteThatOnlyAnotherCellClosesIsACharacter() throws {
    let text = "a,b,c,d\n1,2,3,\"x\n4,5,6,7\n8,9,10,11\n12,13,14,\"y\"\n"
    let sheet = try read(Array(text.utf8))
    #expect(sheet.damage == [CellDamage(row: 2, column: 3, kind: .unclosedQuote)])
    #expect(drawing(sheet).contains("2: 1 | 2 | 3 | \"x\n3: 4 | 5 | 6 | 7"))
  }

  @Test func aQuoteThatClosesWithinAnotherRecordIsACharacter() throws {
    let text = "a,b,c,d\n" + (1...6).map { "\($0),2,3,\"x\($0)\n" }.joined()
    let sheet = try read(Array(text.utf8))
    #expect(sheet.rows.count == 7)
    #expect(sheet.damage == (2...7).map { CellDamage(row: $0, column: 3, kind: .unclosedQuote) })
  }

  @Test(arguments: ["x\"", "\"", "x\"\n9,2,3,4"])
  func theLineThatAQuoteClosesInIsARecordToo(_ end: String) throws {
    let sheet = try read(Array("a,b,c,d\n1,2,3,\"x\n4,5,6,\n7,8,9,\(end)\n".utf8))
    #expect(sheet.damage.first == CellDamage(row: 2, column: 3, kind: .unclosedQuote))
    #expect(drawing(sheet).contains("2: 1 | 2 | 3 | \"x\n3: 4 | 5 | 6\n4: 7 | 8 | 9"))
  }

  @Test func textBehindAQuotedCellBelongsToIt() throws {
    let sheet = try read(Array("a,b,c,d\n1,2,3,\"x,y\nz\" m\n5,6,7,8\n".utf8))
    #expect(sheet.damage.isEmpty)
    #expect(sheet.rows.count == 3)
  }

  @Test func linesInsideACellAreNoRecords() throws {
    let sheet = try read(Array("a,b,c,d\n1,2,3,\"x,y\nz\n1,2,3,4\"\n5,6,7,8\n".utf8))
    #expect(sheet.damage.isEmpty)
    #expect(sheet.rows.count == 3)
  }

  @Test func fewFaultyBytesAreReplaced() throws {
    let sheet = try read(Array("项目,备注\n甲,".utf8) + [0xFF, 0xFE] + Array("乙\n".utf8))
    #expect(drawing(sheet) == "1: 项目 | 备注\n2: 甲 | \u{FFFD}乙")
    #expect(sheet.damage == [CellDamage(row: 2, column: 1, kind: .undecodable)])
  }

  @Test func fourFaultyBytesOfAShortTextAreTooMany() {
    let bytes = Array("项目,备注\n甲,".utf8) + [0xFF, 0x41, 0xFF, 0x41, 0xFF, 0x41, 0xFF, 0x0A]
    #expect(refusal(bytes) == .unsupported(.binary))
  }

  @Test func chineseInUTF16IsKnownByItsZeros() throws {
    let text = String(repeating: "重点项目清单名称", count: 20) + ",甲\n" + "乙丙,丁\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read(bytes).rows.count == 2)
  }

  @Test func semicolonsPartTextWithoutCommas() throws {
    #expect(try drawing(Array("a;b\n1;2;3\nc\n".utf8)) == "1: a | b\n2: 1 | 2 | 3\n3: c")
  }
}
