/// The source of a tokenizer's bytes: a part while it is unpacked, or bytes in memory.
enum ByteSource {
  case part(PartStream)
  case ahead(PrefetchingStream)
  case bytes([UInt8], part: String, read: Int)

  /// The part's name, for errors.
  var part: String {
    switch self {
    case .part(let stream): stream.part
    case .ahead(let stream): stream.part
    case .bytes(_, let part, _): part
    }
  }

  /// A part that is unpacked on another core if it is large enough, 64 KiB packed.
  static func large(_ stream: PartStream) -> ByteSource {
    stream.packed < 1 << 16 ? .part(stream) : .ahead(PrefetchingStream(stream))
  }

  /// Reads into the buffer and returns the number of bytes; 0 at the end.
  mutating func read(
    into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(SpreadsheetError) -> Int {
    switch self {
    case .part(let stream):
      return try stream.read(into: buffer, capacity: capacity)
    case .ahead(let stream):
      return try stream.read(into: buffer, capacity: capacity)
    case .bytes(let bytes, let part, let read):
      let count = min(capacity, bytes.count - read)
      bytes.withUnsafeBufferPointer { source in
        guard let start = source.baseAddress else { return }
        buffer.update(from: start + read, count: count)
      }
      self = .bytes(bytes, part: part, read: read + count)
      return count
    }
  }

  /// All remaining bytes.
  mutating func readAll() throws(SpreadsheetError) -> [UInt8] {
    switch self {
    case .part(let stream): return try stream.readAll()
    case .ahead(let stream): return try stream.readAll()
    case .bytes(let bytes, let part, let read):
      self = .bytes(bytes, part: part, read: bytes.count)
      return Array(bytes[read...])
    }
  }
}
