import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct BIFFWorkbookTests {
  private static let sample = BIFFFixture(
    [
      BIFFRecord.row(0), BIFFRecord.labelSst(0, 0, 0), BIFFRecord.number(0, 1, 46_112.5, format: 1),
      BIFFRecord.formula(1, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
      BIFFRecord.make(0x0207, BIFFRecord.long("乙")), BIFFRecord.rk(1, 1, BIFFRecord.rk(of: 7)),
      BIFFRecord.columns(2, 3, flags: 1), BIFFRecord.merges([[0, 1, 0, 3]]),
    ],
    globals: BIFFRecord.formats([0, 22])
      + [
        BIFFRecord.format(164, "[h]:mm"), BIFFRecord.sst([[3, 0, 1] + utf16("甲")], count: 1),
        BIFFRecord.make(0x3C, [0] + Array("ab".utf8)),
      ])

  @Test func theSampleOfTheseTestsIsRead() throws {
    let workbook = try Workbook.read(Self.sample.bytes)
    #expect(workbook.format == .xls)
    #expect(workbook.sheets.map(drawing) == ["1: 甲ab | @2026-03-31T12:00:00\n2: 乙 | #7"])
  }

  @Test func aFileForTwoVersionsIsReadInTheNewer() throws {
    var old = BIFFFixture([BIFFRecord.number(0, 0, 5)])
    old.version = 0x0500
    let file = CompoundFileFixture(
      streams: [("Book", old.stream), ("WORKBOOK", Self.sample.stream)])
    #expect(try Workbook.read(file.bytes).sheets[0].rows.count == 2)
  }

  @Test func aPasswordIsTold() {
    var fixture = Self.sample
    fixture.globals.insert(BIFFRecord.make(0x2F, [1, 0]), at: 0)
    #expect(refusal(fixture.bytes) == .encrypted)
  }

  @Test func everyStreamCutShortIsRefused() {
    let stream = Self.sample.stream
    for length in stride(from: 16, to: stream.count, by: 1) {
      let file = CompoundFileFixture(streams: [("Workbook", Array(stream.prefix(length)))])
      guard case .damaged("Workbook", .record) = refusal(file.bytes) else {
        Issue.record("\(length): \(String(describing: refusal(file.bytes)))")
        continue
      }
    }
  }

  @Test func sheetsThatShareTheirBytesAreRefused() {
    var stream = Self.sample.stream
    // The name of the second sheet in the list is as long as the first's: only the place differs.
    var twice = Self.sample
    twice.sheets.append(BIFFFixture.Sheet())
    stream = twice.stream
    let line = BIFFRecord.make(0x85, []).prefix(2)
    let places = stream.indices.dropLast(8).filter { stream[$0...].starts(with: line) }
    let offset = stream[places[0] + 4..<places[0] + 8]
    stream.replaceSubrange(places[1] + 4..<places[1] + 8, with: offset)
    let file = CompoundFileFixture(streams: [("Workbook", stream)])
    guard case .damaged("Workbook", .record) = refusal(file.bytes) else {
      Issue.record("\(String(describing: refusal(file.bytes)))")
      return
    }
  }

  @Test func limitsAreKept() {
    func limit(_ change: (inout Limits) -> Void) -> SpreadsheetError.Limit? {
      var limits = Limits.standard
      change(&limits)
      guard case .exceeded(let limit, _, _) = refusal(Self.sample.bytes, limits: limits) else {
        return nil
      }
      return limit
    }
    #expect(limit { _ in } == nil)
    #expect(limit { $0.rows = 1 } == .rows)
    #expect(limit { $0.columns = 1 } == .columns)
    #expect(limit { $0.cells = 3 } == .cells)
    #expect(limit { $0.merges = 0 } == .merges)
    #expect(limit { $0.sheets = 0 } == .sheets)
    #expect(limit { $0.textBytes = 2 } == .textBytes)
    #expect(limit { $0.sharedTextBytes = 4 } == .sharedTextBytes)
    #expect(limit { $0.partBytes = 100 } == .partBytes)
    #expect(limit { $0.parts = 1 } == .parts)
  }

  @Test func damagedWorkbooksAreReadOrRefused() {
    var generator = SeededNumbers(5)
    let stream = Self.sample.stream
    let file = Self.sample.bytes
    for round in 0..<3000 {
      var bytes = round % 2 == 0 ? stream : file
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        default: bytes[place] = [0, 0x7F, 0x80, 0xFF][place % 4]
        }
      }
      let isStream = round % 2 == 0
      _ = refusal(
        isStream ? CompoundFileFixture(streams: [("Workbook", bytes)]).bytes : bytes)
    }
  }
}
