/// The stream of a workbook: its name in the compound file, its bytes and its version.
final class BIFFStream {
  let name: String
  let version: BIFFVersion
  private let store: ByteStore

  init(_ store: ByteStore, name: String) throws(SpreadsheetError) {
    self.store = store
    self.name = name
    version = try BIFFVersion(of: store.bytes, named: name)
  }

  /// The bytes, valid while the stream is retained.
  var bytes: Bytes { store.bytes }

  /// The error for a record that cannot be read.
  func damaged(_ record: Record) -> SpreadsheetError { damaged(at: record.offset) }

  /// The error for a byte offset where no record can be read.
  func damaged(at offset: Int) -> SpreadsheetError { .damaged(part: name, .record(offset: offset)) }
}
