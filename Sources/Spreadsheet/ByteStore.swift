/// Bytes in one place of memory for as long as someone holds the store.
final class ByteStore {
  private var buffer: ByteBuffer

  /// Keeps a copy of the bytes.
  init(_ bytes: [UInt8]) {
    buffer = ByteBuffer(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { buffer.append($0) }
  }

  /// Keeps what the buffer holds.
  init(_ buffer: consuming ByteBuffer) { self.buffer = buffer }

  /// The bytes, good for as long as the store is.
  var bytes: Bytes { buffer.bytes }
}
