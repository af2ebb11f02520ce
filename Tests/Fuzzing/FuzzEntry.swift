import Glibc

/// The entry point of libFuzzer: reads every input by the entry named in the environment, without
/// output. A trap, a memory error, a hang or a leak is a bug; a thrown error is not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(SpreadsheetError) {
    try FuzzEntry.chosen.read(bytes)
  } catch {
    return 0
  }
  return 0
}

/// The entry points for untrusted bytes, by their names in `run`.
///
/// `zip`, `delimited` and `xls` are whole files. Compression, checksums and sector chains hide the
/// content from a fuzzer: `package` is a valid zip archive built from its parts, and the parts that
/// cells depend on have entries of their own.
enum FuzzEntry: String {
  case zip
  case delimited
  case xls
  case package
  case sheetXML = "sheet-xml"
  case sharedStrings = "shared-strings"
  case styles
  case odsContent = "ods-content"
  case biff
  /// A form with files: the first byte sets the size of the pieces it is fed in.
  case multipart

  /// The entry named by `FUZZ_ENTRY`; exits with 2 for an unknown one.
  static let chosen: FuzzEntry = {
    guard let name = getenv("FUZZ_ENTRY"), let entry = FuzzEntry(rawValue: String(cString: name))
    else {
      print("FUZZ_ENTRY names no entry")
      exit(2)
    }
    return entry
  }()

  /// Limits that keep every input below a second, so that a slower one is a bug.
  private static let limits = {
    var limits = Limits.standard
    limits.partBytes = 4 << 20
    limits.totalBytes = 8 << 20
    limits.ratioFloor = 1 << 20
    limits.parts = 100
    limits.sheets = 50
    limits.cells = 20_000
    limits.repeatedCells = 10_000
    limits.merges = 1000
    limits.textBytes = 1 << 16
    limits.sharedTextBytes = 1 << 20
    return limits
  }()

  /// Reads bytes to their end, including display values. Throws what the reader throws.
  func read(_ bytes: [UInt8]) throws(SpreadsheetError) {
    let limits = Self.limits
    let part = ByteSource.bytes(bytes, part: rawValue, read: 0)
    switch self {
    case .zip, .delimited, .xls:
      try Workbook.read(bytes, limits: limits).dump { _ in }
    case .package:
      // Name and content of each part in turn, a zero byte after each.
      let pieces = bytes.split(separator: 0, omittingEmptySubsequences: false)
      let parts = stride(from: 0, to: pieces.count - 1, by: 2).map { index in
        let name = String(decoding: pieces[index].prefix(1000), as: UTF8.self)
        return (name: name, bytes: Array(pieces[index + 1]))
      }
      try Workbook.read(ZipFixture.archive(parts), limits: limits).dump { _ in }
    case .sheetXML:
      let context = SheetContext(
        strings: SharedStrings(), styles: Styles(), system: .from1900, limits: limits,
        budget: CellBudget(limits))
      var reader = SheetReader(
        name: "", isHidden: false, rows: try SheetParser(part, context: context))
      Workbook(format: .xlsx, sheets: [try reader.collect { _ in }]).dump { _ in }
    case .multipart:
      guard
        var parser = try? MultipartParser(contentType: "multipart/form-data; boundary=b")
      else { return }
      var rest = bytes.dropFirst()
      let size = Int(bytes.first ?? 0) % 64 + 1
      while !rest.isEmpty {
        guard (try? parser.feed(rest.prefix(size)) { _ in }) != nil else { return }
        rest = rest.dropFirst(size)
      }
    case .sharedStrings:
      let strings = try SharedStrings(part, limits: limits)
      for index in -1...strings.count { _ = (strings.length(at: index), strings.bytes(at: index)) }
    case .odsContent:
      let content = try ODFContent(part, styles: ODFStyles(), limits: limits)
      var sheets: [Sheet] = []
      while let table = try content.nextTable() {
        var reader = SheetReader(
          name: table.name, isHidden: table.isHidden, rows: TableParser(content))
        sheets.append(try reader.collect { _ in })
      }
      Workbook(format: .ods, sheets: sheets).dump { _ in }
    case .biff:
      var workbook = try BIFFWorkbook(bytes, limits: limits)
      var sheets: [Sheet] = []
      while var reader = try workbook.nextSheet() { sheets.append(try reader.collect { _ in }) }
      Workbook(format: .xls, sheets: sheets).dump { _ in }
    case .styles:
      let styles = try Styles(part, limits: limits)
      for format in -1...bytes.count { _ = styles.dateParts(format) }
    }
  }
}
