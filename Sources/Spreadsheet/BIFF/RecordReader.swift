/// Reads the records of a BIFF stream one after the other.
struct RecordReader {
  let stream: BIFFStream
  private let bytes: Bytes
  private(set) var offset: Int

  /// Starts at a byte offset of the stream.
  init(_ stream: BIFFStream, at offset: Int) {
    self.stream = stream
    bytes = stream.bytes
    self.offset = offset
  }

  /// The next record. Throws `damaged` at the end of the stream: an EOF record should come first.
  @inline(__always)
  mutating func next() throws(SpreadsheetError) -> Record {
    let start = offset
    guard start >= 0, bytes.count - start >= Record.headSize else {
      throw stream.damaged(at: start)
    }
    let length = bytes.uint16(start + 2)
    let end = start + Record.headSize + length
    guard end <= bytes.count else { throw stream.damaged(at: start) }
    offset = end
    return Record(
      kind: Record.Kind(rawValue: UInt16(bytes.uint16(start))),
      body: bytes.slice(start + Record.headSize, length), offset: start)
  }

  /// The next record if it is a CONTINUE, else nil.
  mutating func nextContinuation() throws(SpreadsheetError) -> Record? {
    guard bytes.uint16(offset) == Record.Kind.continuation.rawValue else { return nil }
    return try next()
  }
}
