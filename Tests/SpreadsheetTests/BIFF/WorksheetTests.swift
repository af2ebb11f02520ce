import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct WorksheetTests {
  private func sheet(_ records: [[UInt8]], globals: [[UInt8]] = []) throws -> Sheet {
    try Workbook.read(BIFFFixture(records, globals: globals).bytes).sheets[0]
  }

  @Test func hiddenRowsAreMarkedWhereverTheirRecordStands() throws {
    let sheet = try sheet([
      BIFFRecord.row(0), BIFFRecord.row(1, flags: 0x20),
      BIFFRecord.number(0, 0, 1), BIFFRecord.number(1, 0, 2), BIFFRecord.number(2, 0, 3),
      BIFFRecord.row(2, height: 0),
    ])
    #expect(drawing(sheet) == "1: #1\n2h: #2\n3h: #3")
  }

  @Test func hiddenColumnsAreThoseMarkedOrOfNoWidth() throws {
    let sheet = try sheet([
      BIFFRecord.columns(0, 1), BIFFRecord.columns(2, 3, flags: 1),
      BIFFRecord.columns(5, 5, width: 0), BIFFRecord.columns(200, 65_535, flags: 1),
      BIFFRecord.columns(9, 8, flags: 1),
    ])
    #expect(sheet.hiddenColumns == [2...3, 5...5, 200...16_383])
  }

  @Test func mergesAreRead() throws {
    let sheet = try sheet([
      BIFFRecord.merges([[0, 1, 0, 3], [4, 4, 1, 2]]), BIFFRecord.merges([[9, 8, 0, 0]]),
      // A count that promises more ranges than there are.
      BIFFRecord.make(0xE5, [9, 0] + [20, 0, 20, 0, 0, 0, 1, 0]),
    ])
    #expect(sheet.merges.map(\.description) == ["A1:D2", "B5:C5", "A9:A10", "A21:B21"])
  }

  @Test func aMergeBeyondWhatASheetCanBeIsRefused() {
    let bytes = BIFFFixture([BIFFRecord.merges([[0, 1, 0, 65_535]])]).bytes
    #expect(refusal(bytes) == .exceeded(.columns, part: "清单", at: "A1:CRXP2"))
  }

  @Test func cellsMayComeInAnyOrder() throws {
    let sheet = try sheet([
      BIFFRecord.number(2, 1, 4), BIFFRecord.number(2, 0, 3), BIFFRecord.number(0, 0, 1),
      BIFFRecord.number(2, 2, 5), BIFFRecord.number(0, 0, 2),
    ])
    #expect(drawing(sheet) == "1: #2\n3: #3 | #4 | #5")
  }

  @Test func theNumbersOfAnEmbeddedChartAreNoCells() throws {
    let fixture = BIFFFixture([])
    let sheet = try sheet([
      BIFFRecord.number(0, 0, 1), fixture.bof(0x20), BIFFRecord.number(1, 0, 9),
      BIFFRecord.make(0x0A), BIFFRecord.number(2, 0, 2),
    ])
    #expect(drawing(sheet) == "1: #1\n3: #2")
  }

  @Test func datesAreToldByTheirFormat() throws {
    let ids: [UInt16] = [0, 14, 57, 31, 164, 4]
    let sheet = try sheet(
      ids.indices.map { BIFFRecord.number(0, UInt16($0), 46_112, format: UInt16($0)) },
      globals: [BIFFRecord.format(164, "yyyy\"年\"")] + BIFFRecord.formats(ids))
    let day = "@2026-03-31"
    #expect(drawing(sheet) == "1: #46112 | \(day) | \(day) | \(day) | \(day) | #46112")
    let parts = sheet.rows[0].cells.map { cell -> DateParts in
      guard case .date(let date) = cell.value else { return [] }
      return date.parts
    }
    #expect(parts == [[], .date, [.year, .month], .date, .year, []])
  }

  @Test func aWorkbookMayCountFrom1904() throws {
    let fixture = BIFFFixture(
      [BIFFRecord.rk(0, 0, BIFFRecord.rk(of: 0), format: 0)],
      globals: [BIFFRecord.make(0x22, [1, 0])] + BIFFRecord.formats([14]))
    #expect(try drawing(fixture.bytes) == "1: @1904-01-01")
  }

  @Test func hiddenSheetsKeepTheirPlaceAndOthersThanSheetsAreLeftOut() throws {
    var fixture = BIFFFixture([BIFFRecord.number(0, 0, 1)])
    fixture.sheets += [
      BIFFFixture.Sheet(name: BIFFRecord.short("图"), kind: 2, substream: 0x20),
      BIFFFixture.Sheet(name: BIFFRecord.short("乙"), state: 1),
      BIFFFixture.Sheet(name: BIFFRecord.short("丙"), state: 2),
      BIFFFixture.Sheet(name: BIFFRecord.short("丁"), substream: 0x20),
    ]
    let workbook = try Workbook.read(fixture.bytes)
    #expect(workbook.sheets.map(\.name) == ["清单", "乙", "丙"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true, true])
    #expect(!workbook.hasMacros)
  }

  @Test func macrosAreToldOf() throws {
    var fixture = BIFFFixture([])
    let file = CompoundFileFixture(
      streams: [("Workbook", fixture.stream)],
      storages: [("_VBA_PROJECT_CUR", [("PROJECT", [1])])])
    #expect(try Workbook.read(file.bytes).hasMacros)
    fixture.sheets.append(BIFFFixture.Sheet(name: [1, 0, 0x41], kind: 1, substream: 0x40))
    #expect(try Workbook.read(fixture.bytes).hasMacros)
  }
}
