/// The source of a workbook's stream: a compound file that contains it, or bare bytes.
struct BIFFSource {
  let stream: BIFFStream
  /// Whether the file contains a macro project.
  let hasMacros: Bool

  /// The names of the workbook's stream, the newest format first: a file for Excel 95 and 97 has both.
  private static let names = ["Workbook", "Book"]
  private static let macros = ["_VBA_PROJECT_CUR", "_VBA_PROJECT"]

  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    guard bytes.starts(with: CompoundFile.signature) else {
      stream = try BIFFStream(ByteStore(bytes), name: Self.names[1])
      hasMacros = false
      return
    }
    self = try bytes.withUnsafeBufferPointer { bytes throws(SpreadsheetError) in
      try BIFFSource(CompoundFile(bytes, limits: limits))
    }
  }

  private init(_ file: CompoundFile) throws(SpreadsheetError) {
    guard !file.contains("EncryptionInfo"), !file.contains("EncryptedPackage") else {
      throw .encrypted
    }
    hasMacros = Self.macros.contains { file.contains($0) }
    for name in Self.names {
      guard let content = try file.stream(name) else { continue }
      stream = try BIFFStream(content, name: name)
      return
    }
    if file.contains("WordDocument") { throw .unsupported(.document) }
    if file.contains("PowerPoint Document") { throw .unsupported(.slides) }
    throw .unsupported(.binary)
  }
}
