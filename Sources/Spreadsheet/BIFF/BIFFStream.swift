/// The stream of a workbook: its name in the compound file, its bytes and how they are written.
final class BIFFStream {
  let name: String
  let version: BIFFVersion
  private let store: ByteStore

  init(_ store: ByteStore, name: String) throws(SpreadsheetError) {
    self.store = store
    self.name = name
    version = try BIFFVersion(of: store.bytes, named: name)
  }

  /// The bytes, good for as long as the stream is held.
  var bytes: Bytes { store.bytes }

  /// What is thrown when a record cannot be read.
  func damaged(_ record: Record) -> SpreadsheetError { damaged(at: record.offset) }

  /// What is thrown when no record can be read at this byte.
  func damaged(at offset: Int) -> SpreadsheetError { .damaged(part: name, .record(offset: offset)) }
}
