/// What a file is, told by its content.
package enum Format: Hashable, Sendable {
  case xlsx
  case delimited

  /// Looks at a file's bytes; throws for kinds that are not read.
  static func detect(_ bytes: [UInt8]) throws(SpreadsheetError) -> Format {
    guard !bytes.isEmpty else { throw .empty }
    if starts(bytes, "PK\u{3}\u{4}") || starts(bytes, "PK\u{5}\u{6}") { return .xlsx }
    if starts(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw CompoundFile.kind(of: bytes)
    }
    if starts(bytes, "%PDF") { throw .unsupported(.pdf) }
    let pictures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("BM".utf8),
    ]
    if pictures.contains(where: { starts(bytes, $0) && bytes.prefix(64).contains(0) }) {
      throw .unsupported(.picture)
    }
    if starts(bytes, [0x1F, 0x8B]) || starts(bytes, "Rar!") || starts(bytes, "7z\u{BC}") {
      throw .unsupported(.archive)
    }
    try refuseMarkup(bytes)
    return .delimited
  }

  /// Web pages and XML saved under a spreadsheet's name.
  private static func refuseMarkup(_ bytes: [UInt8]) throws(SpreadsheetError) {
    var start = bytes.prefix(4096)[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    if start.starts(with: [0xFF, 0xFE]) { start = ArraySlice(start.filter { $0 != 0 }.dropFirst(2)) }
    start = start.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if start.starts(with: "MIME-Version".utf8) { throw .unsupported(.webPage) }
    guard start.first == UInt8(ascii: "<") else { return }
    let head = String(decoding: start, as: UTF8.self)
    throw .unsupported(head.contains("office:spreadsheet") ? .xml2003 : .webPage)
  }

  private static func starts(_ bytes: [UInt8], _ text: String) -> Bool {
    starts(bytes, Array(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
  }

  private static func starts(_ bytes: [UInt8], _ prefix: [UInt8]) -> Bool {
    bytes.starts(with: prefix)
  }
}

/// Files of the OLE2 compound format (MS-CFB): old workbooks, and encrypted new ones.
enum CompoundFile {
  /// Tells an encrypted workbook from one of Excel 97–2003.
  static func kind(of bytes: [UInt8]) -> SpreadsheetError {
    func utf16(_ name: String) -> [UInt8] { name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    if contains(bytes, utf16("EncryptionInfo")) || contains(bytes, utf16("EncryptedPackage")) {
      return .encrypted
    }
    if contains(bytes, utf16("WordDocument")) || contains(bytes, utf16("PowerPoint Document")) {
      return .unsupported(.document)
    }
    return .unsupported(.xls)
  }

  private static func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
    guard bytes.count >= pattern.count, let first = pattern.first else { return false }
    var index = 0
    let last = bytes.count - pattern.count
    while index <= last {
      if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        return true
      }
      index += 1
    }
    return false
  }
}
