import TestSupport

/// A workbook in the binary format made by hand, record by record.
struct BIFFFixture {
  /// A sheet as the workbook lists it and the records between its BOF and its EOF.
  struct Sheet {
    var name = BIFFRecord.short("清单")
    var state: UInt8 = 0
    var kind: UInt8 = 0
    /// What the sheet's BOF says it is: 0x10 for a worksheet.
    var substream: UInt16 = 0x10
    var records: [[UInt8]] = []
  }

  var version: UInt16 = 0x0600
  /// Records of the workbook itself, those of its sheets apart.
  var globals: [[UInt8]] = []
  var sheets: [Sheet]

  /// A workbook of BIFF8 with one sheet named 清单 that holds these records.
  init(_ records: [[UInt8]], globals: [[UInt8]] = []) {
    sheets = [Sheet(records: records)]
    self.globals = globals
  }

  /// The stream.
  var stream: [UInt8] {
    let end = BIFFRecord.make(0x0A)
    func lines(_ offsets: [Int]) -> [UInt8] {
      zip(sheets, offsets).flatMap { sheet, offset in
        BIFFRecord.make(0x85, little(UInt32(offset)) + [sheet.state, sheet.kind] + sheet.name)
      }
    }
    let head = bof(0x05) + globals.joined()
    let bodies = sheets.map { bof($0.substream) + $0.records.joined() + end }
    var offset = head.count + lines(sheets.map { _ in 0 }).count + end.count
    let offsets = bodies.map { body in
      defer { offset += body.count }
      return offset
    }
    return head + lines(offsets) + end + bodies.joined()
  }

  /// The file: the stream as the only one of a compound file.
  var bytes: [UInt8] {
    let name = version == 0x0600 ? "Workbook" : "Book"
    return CompoundFileFixture(streams: [(name, stream)]).bytes
  }

  /// A BOF of the workbook's version.
  func bof(_ kind: UInt16) -> [UInt8] {
    BIFFRecord.make(
      0x0809,
      little(version) + little(kind)
        + [UInt8](repeating: 0, count: version == 0x0600 ? 12 : 4))
  }
}

/// Makes records; rows and columns count from 0 as in the file.
enum BIFFRecord {
  static func make(_ kind: UInt16, _ body: [UInt8] = []) -> [UInt8] {
    little(kind) + little(UInt16(body.count)) + body
  }

  static func number(_ row: UInt16, _ column: UInt16, _ value: Double, format: UInt16 = 0)
    -> [UInt8]
  {
    make(0x0203, place(row, column, format) + little(value.bitPattern))
  }

  static func rk(_ row: UInt16, _ column: UInt16, _ bits: UInt32, format: UInt16 = 0) -> [UInt8] {
    make(0x027E, place(row, column, format) + little(bits))
  }

  /// The RK of a whole number, or of as many hundredths.
  static func rk(of whole: Int32, hundredths: Bool = false) -> UInt32 {
    UInt32(bitPattern: whole << 2) | 2 | (hundredths ? 1 : 0)
  }

  static func labelSst(_ row: UInt16, _ column: UInt16, _ index: UInt32) -> [UInt8] {
    make(0xFD, place(row, column) + little(index))
  }

  static func label(_ row: UInt16, _ column: UInt16, _ text: String) -> [UInt8] {
    make(0x0204, place(row, column) + long(text))
  }

  static func boolErr(_ row: UInt16, _ column: UInt16, _ value: UInt8, isError: Bool) -> [UInt8] {
    make(0x0205, place(row, column) + [value, isError ? 1 : 0])
  }

  /// A formula by the eight bytes of what it gave last.
  static func formula(_ row: UInt16, _ column: UInt16, _ result: [UInt8], format: UInt16 = 0)
    -> [UInt8]
  {
    make(0x06, place(row, column, format) + result + [UInt8](repeating: 0, count: 8))
  }

  static func row(_ row: UInt16, height: UInt16 = 255, flags: UInt16 = 0x0100) -> [UInt8] {
    make(
      0x0208,
      little(row) + little(UInt32(0)) + little(height) + little(UInt32(0)) + little(flags)
        + [15, 0])
  }

  static func columns(_ first: UInt16, _ last: UInt16, width: UInt16 = 2048, flags: UInt16 = 0)
    -> [UInt8]
  {
    make(0x7D, little(first) + little(last) + little(width) + [15, 0] + little(flags) + [0, 0])
  }

  static func merges(_ ranges: [[UInt16]]) -> [UInt8] {
    make(0xE5, little(UInt16(ranges.count)) + ranges.joined().flatMap { little($0) })
  }

  static func format(_ id: UInt16, _ code: String) -> [UInt8] {
    make(0x041E, little(id) + long(code))
  }

  /// Cell formats by the ids of their number formats.
  static func formats(_ ids: [UInt16]) -> [[UInt8]] {
    ids.map { make(0xE0, [0, 0] + little($0) + [UInt8](repeating: 0, count: 16)) }
  }

  /// Shared strings, each as the bytes of its length, flags and characters.
  static func sst(_ strings: [[UInt8]], count: UInt32? = nil) -> [UInt8] {
    let count = count ?? UInt32(strings.count)
    return make(0xFC, little(count) + little(count) + strings.joined())
  }

  /// Text in Unicode behind its length in two bytes.
  static func long(_ text: String) -> [UInt8] {
    little(UInt16(text.utf16.count)) + [1] + utf16(text)
  }

  /// Text in Unicode behind its length in one byte.
  static func short(_ text: String) -> [UInt8] {
    [UInt8(text.utf16.count), 1] + utf16(text)
  }

  /// Where a cell stands and its format.
  static func place(_ row: UInt16, _ column: UInt16, _ format: UInt16 = 0) -> [UInt8] {
    little(row) + little(column) + little(format)
  }
}
