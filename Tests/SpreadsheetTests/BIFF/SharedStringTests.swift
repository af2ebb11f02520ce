import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct SharedStringTests {
  /// The texts of the first strings of a table written as these records.
  private func strings(_ count: UInt32, _ table: [[UInt8]]) throws -> [String] {
    let cells = (0..<count).map { BIFFRecord.labelSst(UInt16($0), 0, $0) }
    let workbook = try Workbook.read(BIFFFixture(cells, globals: table).bytes)
    return workbook.sheets[0].rows.map { drawing($0.cells[0].value) }
  }

  private func continuation(_ body: [UInt8]) -> [UInt8] { BIFFRecord.make(0x3C, body) }

  @Test func runsAndPhoneticHintsAreNoText() throws {
    // Two runs of four bytes, and six bytes of phonetic data.
    let both: [UInt8] =
      [2, 0, 0x0D, 2, 0, 6, 0, 0, 0] + utf16("甲乙") + [UInt8](repeating: 9, count: 14)
    #expect(try strings(2, [BIFFRecord.sst([both, BIFFRecord.long("丙")])]) == ["甲乙", "丙"])
  }

  @Test func narrowCharactersAreThoseBelow256() throws {
    let text: [UInt8] = [3, 0, 0, 0x41, 0xE9, 0xFF]
    #expect(try strings(1, [BIFFRecord.sst([text])]) == ["Aéÿ"])
  }

  @Test func textGoesOnInTheNextRecordWithItsOwnWidth() throws {
    let first = BIFFRecord.sst([[6, 0, 1] + utf16("甲乙")], count: 2)
    let rest = continuation([0] + Array("ab".utf8))
    let last = continuation([1] + utf16("丙丁") + BIFFRecord.long("戊"))
    #expect(try strings(2, [first, rest, last]) == ["甲乙ab丙丁", "戊"])
  }

  @Test func textMayBeginInTheNextRecord() throws {
    let first = BIFFRecord.sst([[2, 0, 0]], count: 1)
    #expect(try strings(1, [first, continuation([1] + utf16("甲乙"))]) == ["甲乙"])
  }

  @Test func aStringMayEndWithItsRecord() throws {
    let first = BIFFRecord.sst([BIFFRecord.long("甲")], count: 2)
    #expect(try strings(2, [first, continuation(BIFFRecord.long("乙"))]) == ["甲", "乙"])
  }

  @Test func aPairOfSurrogatesMayBeBroken() throws {
    let units = Array("𠮷".utf16)
    let first = BIFFRecord.sst([[3, 0, 1] + little(units[0])], count: 1)
    let rest = continuation([1] + little(units[1]) + utf16("野"))
    #expect(try strings(1, [first, rest]) == ["𠮷野"])
    let half = BIFFRecord.sst([[2, 0, 1] + little(units[0]) + utf16("野")], count: 1)
    #expect(try strings(1, [half]) == ["\u{FFFD}野"])
  }

  @Test func runsMayBeBroken() throws {
    let first = BIFFRecord.sst([[1, 0, 9, 2, 0] + utf16("甲") + [1, 2, 3]], count: 2)
    let rest = continuation([4, 5, 6, 7, 8] + BIFFRecord.long("乙"))
    #expect(try strings(2, [first, rest]) == ["甲", "乙"])
  }

  @Test func aStringThatIsCutShortIsRefused() {
    for cut in [
      [5, 0, 1, 0x32], [5, 0], [5], [1, 0, 9, 0xFF, 0xFF, 0x32, 0x75], [1, 0, 4, 0, 0],
    ] {
      let bytes = BIFFFixture([], globals: [BIFFRecord.sst([cut.map(UInt8.init)])]).bytes
      guard case .damaged("Workbook", .record) = refusal(bytes) else {
        Issue.record("\(cut): \(String(describing: refusal(bytes)))")
        continue
      }
    }
  }

  @Test func aTableThatPromisesTooMuchHoldsWhatItHolds() throws {
    let table = BIFFRecord.sst([BIFFRecord.long("甲")], count: .max)
    #expect(try strings(1, [table]) == ["甲"])
  }
}
