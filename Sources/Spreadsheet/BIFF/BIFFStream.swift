/// The stream of a workbook: its name in the compound file, its bytes and how they are written.
final class BIFFStream {
  let name: String
  let version: BIFFVersion
  private let store: ByteStore

  init(_ store: ByteStore, name: String) throws(SpreadsheetError) {
    self.store = store
    self.name = name
    version = try BIFFVersion(store.bytes, stream: name)
  }

  /// The bytes, good for as long as the stream is held.
  var bytes: Bytes { store.bytes }
}
