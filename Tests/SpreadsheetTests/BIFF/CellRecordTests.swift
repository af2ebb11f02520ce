import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct CellRecordTests {
  /// The first sheet of a workbook with these records, drawn.
  private func drawn(_ records: [[UInt8]], globals: [[UInt8]] = []) throws -> String {
    try drawing(BIFFFixture(records, globals: globals).bytes)
  }

  @Test func everyKindOfCellGivesItsValue() throws {
    let runs = BIFFRecord.make(0xD6, BIFFRecord.place(0, 2) + BIFFRecord.long("乙") + [1, 0, 0, 0])
    let blank = BIFFRecord.make(0x0201, BIFFRecord.place(0, 3))
    let records = [
      BIFFRecord.label(0, 0, "甲"), BIFFRecord.labelSst(0, 1, 1), runs, blank,
      BIFFRecord.number(0, 4, -12.5), BIFFRecord.boolErr(0, 5, 1, isError: false),
      BIFFRecord.boolErr(0, 6, 0x17, isError: true),
    ]
    let sst = BIFFRecord.sst([BIFFRecord.long("x"), BIFFRecord.long("丙")])
    #expect(try drawn(records, globals: [sst]) == "1: 甲 | 丙 | 乙 | · | #-12.5 | TRUE | !#REF!")
  }

  @Test(
    arguments: [
      (BIFFRecord.rk(of: 12345), "#12345"), (BIFFRecord.rk(of: -7), "#-7"),
      (BIFFRecord.rk(of: 12345, hundredths: true), "#123.45"),
      (BIFFRecord.rk(of: -1, hundredths: true), "#-0.01"),
      // 1.5 by the upper bits of its floating point, and as hundredths.
      (0x3FF8_0000, "#1.5"), (0x3FF8_0001, "#0.015"),
    ] as [(UInt32, String)])
  func anRKIsExact(bits: UInt32, expected: String) throws {
    #expect(try drawn([BIFFRecord.rk(0, 0, bits)]) == "1: " + expected)
  }

  @Test func aMulRkGivesSeveralColumns() throws {
    let cells: [[UInt8]] = [1, 2, 3].map { [0, 0] + little(BIFFRecord.rk(of: $0)) }
    let record = BIFFRecord.make(
      0xBD, little(UInt16(4)) + little(UInt16(1)) + cells.joined() + [3, 0])
    #expect(try drawn([record]) == "5: · | #1 | #2 | #3")
  }

  @Test(
    arguments: [
      (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
      (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA"),
    ] as [(UInt8, String)])
  func errorsHaveTheirLiterals(code: UInt8, literal: String) throws {
    #expect(try drawn([BIFFRecord.boolErr(0, 0, code, isError: true)]) == "1: !" + literal)
  }

  @Test func aNumberThatIsNoneIsAnError() throws {
    #expect(try drawn([BIFFRecord.number(0, 0, .nan)]) == "1: !#NUM!")
    #expect(try drawn([BIFFRecord.number(0, 0, .infinity)]) == "1: !#NUM!")
  }

  @Test func formulasCountWithTheirLastResult() throws {
    let text: [UInt8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    let records = [
      BIFFRecord.formula(0, 0, little(Double(0.1 + 0.2).bitPattern)),
      BIFFRecord.formula(0, 1, text), BIFFRecord.make(0x0207, BIFFRecord.long("合计")),
      BIFFRecord.formula(0, 2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
      BIFFRecord.formula(0, 3, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
      BIFFRecord.formula(0, 4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]), BIFFRecord.number(0, 5, 1),
    ]
    #expect(
      try drawn(records) == "1: #0.30000000000000004 | 合计 | TRUE | !#N/A | · | #1")
  }

  @Test(arguments: [0x04BC, 0x0221, 0x0236] as [UInt16])
  func theTextOfASharedFormulaComesBehindIt(kind: UInt16) throws {
    let records = [
      BIFFRecord.formula(0, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), BIFFRecord.make(kind, [1, 2, 3]),
      BIFFRecord.make(0x0207, BIFFRecord.long("甲")),
    ]
    #expect(try drawn(records) == "1: 甲")
  }

  @Test func textThatNoFormulaGaveIsPassedOver() throws {
    let records = [
      BIFFRecord.formula(0, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), BIFFRecord.number(1, 1, 2),
      BIFFRecord.make(0x0207, BIFFRecord.long("甲")),
    ]
    #expect(try drawn(records) == "2: · | #2")
  }

  @Test func aCellThatIsCutShortIsRefused() {
    let place = BIFFRecord.place(0, 0)
    let records: [(UInt16, [UInt8])] = [
      (0xFD, place + [0, 0]), (0x027E, place), (0x0203, place + [0, 0, 0, 0]), (0x06, place),
      (0x0205, place + [1]), (0x0204, place + [9, 0, 1, 65, 0]), (0x0204, place), (0x0203, [0]),
    ]
    for (kind, body) in records {
      let bytes = BIFFFixture([BIFFRecord.make(kind, body)]).bytes
      guard case .damaged("Workbook", .record) = refusal(bytes) else {
        Issue.record("\(kind): \(String(describing: refusal(bytes)))")
        continue
      }
    }
  }

  @Test(arguments: [0x0206, 0x0406] as [UInt16])
  func `公式写在旧版的记录号下，照样读`(kind: UInt16) throws {
    let old = { (row: UInt16, result: [UInt8]) in
      BIFFRecord.make(
        kind, BIFFRecord.place(row, 0) + result + [UInt8](repeating: 0, count: 8))
    }
    let records = [
      BIFFRecord.number(0, 0, 1), old(1, little(Double(2.5).bitPattern)),
      old(2, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), BIFFRecord.make(0x0207, BIFFRecord.long("合计")),
      BIFFRecord.number(3, 0, 4),
    ]
    #expect(try drawn(records) == "1: #1\n2: #2.5\n3: 合计\n4: #4")
  }

  @Test(arguments: [2, 3, 4, 5] as [UInt16])
  func `读不了的旧版单元格不会悄悄少一行`(kind: UInt16) {
    let records = [
      BIFFRecord.number(0, 0, 1),
      BIFFRecord.make(kind, BIFFRecord.place(1, 0) + [UInt8](repeating: 0, count: 12)),
    ]
    guard case .damaged("Workbook", .record) = refusal(BIFFFixture(records).bytes) else {
      Issue.record("the row is lost")
      return
    }
  }

  @Test func aSharedStringThatIsNotThereIsRefused() {
    let bytes = BIFFFixture([BIFFRecord.labelSst(0, 0, 7)]).bytes
    #expect(refusal(bytes) == .damaged(part: "Workbook", .sharedString(7)))
  }
}
