/// An opened OpenDocument spreadsheet (ODF 1.2 and 1.3): the parts that all tables share are read, the
/// tables are not.
struct ODFWorkbook {
  let hasMacros: Bool
  let properties: [String: String]
  private let content: ODFContent

  var dateSystem: DateSystem { content.system }

  init(_ archive: Archive, limits: Limits) throws(SpreadsheetError) {
    if try Self.isEncrypted(archive, limits: limits) { throw .encrypted }
    var styles = ODFStyles()
    if let stream = try archive.open("styles.xml") {
      try styles.readCommon(.part(stream), limits: limits)
    }
    content = try ODFContent(
      .large(try archive.require("content.xml")), styles: styles, limits: limits)
    hasMacros = archive.contains("Basic/script-lc.xml")
    properties = try ODFProperties.read(archive, limits: limits)
  }

  /// Opens the next table; nil after the last.
  func nextSheet() throws(SpreadsheetError) -> SheetReader? {
    guard let table = try content.nextTable() else { return nil }
    return SheetReader(name: table.name, isHidden: table.isHidden, rows: TableParser(content))
  }

  /// Whether a package is an OpenDocument file of any kind, encrypted or not.
  static func isOpenDocument(_ archive: Archive) -> Bool {
    if archive.contains("xl/workbook.xml") { return false }
    return archive.contains("content.xml") || archive.contains("encrypted-package")
  }

  /// Whether the manifest (ODF 1.3 part 2) has encryption data for an entry.
  ///
  /// It is searched, not parsed: OpenOffice.org 2 wrote a DOCTYPE into it, which other parts may not have.
  private static func isEncrypted(
    _ archive: Archive, limits: Limits
  ) throws(SpreadsheetError) -> Bool {
    if archive.contains("encrypted-package") { return true }
    guard let stream = try archive.open("META-INF/manifest.xml") else { return false }
    let bytes = try stream.readAll(upTo: limits.textBytes)
    let word = Array("encryption-data".utf8)
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}

extension PartStream {
  /// About the first `most` bytes of the part.
  fileprivate func readAll(upTo most: Int) throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 14)
    defer { buffer.deallocate() }
    while bytes.count < most {
      let count = try read(into: buffer, capacity: 1 << 14)
      guard count > 0 else { break }
      bytes.append(contentsOf: Bytes(start: buffer, count: count))
    }
    return bytes
  }
}
