/// Immutable bytes at a fixed address for as long as the store is retained.
final class ByteStore {
  private var buffer: ByteBuffer

  /// Copies the bytes.
  init(_ bytes: [UInt8]) {
    buffer = ByteBuffer(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { buffer.append($0) }
  }

  /// Takes over the buffer.
  init(_ buffer: consuming ByteBuffer) { self.buffer = buffer }

  /// The bytes, valid while the store is retained.
  var bytes: Bytes { buffer.bytes }
}
