#if canImport(Glibc)
  import Glibc
#endif

/// Turns text of another encoding into UTF-8, with the C library's iconv.
final class TextDecoder {
  private let converter: iconv_t
  private let chunk: UnsafeMutablePointer<CChar>

  private static let chunkSize = 1 << 14

  /// A decoder for the encoding of this name; nil when iconv does not know it.
  init?(_ encoding: String) {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
      return nil
    }
    self.converter = converter
    chunk = .allocate(capacity: Self.chunkSize)
  }

  deinit {
    iconv_close(converter)
    chunk.deallocate()
  }

  /// The text in UTF-8; nil when more than one in a hundred of the bytes beyond ASCII mean
  /// nothing. Fewer such bytes become U+FFFD.
  static func decode(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
    guard let decoder = TextDecoder(encoding.rawValue) else { return nil }
    return bytes.withUnsafeBufferPointer { source in
      decoder.decode(source, tolerating: source.count { $0 >= 0x80 } / 100)
    }
  }

  /// The text in UTF-8, every byte that means nothing as U+FFFD; nil when those are more than are
  /// tolerated.
  func decode(_ source: Bytes, tolerating tolerated: Int) -> [UInt8]? {
    iconv(converter, nil, nil, nil, nil)
    // iconv asks for a pointer it could write to, and never does.
    var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    var inputLeft = source.count
    var result: [UInt8] = []
    result.reserveCapacity(source.count * 3 / 2)
    var errors = 0
    while inputLeft > 0 {
      var output: UnsafeMutablePointer<CChar>? = chunk
      var outputLeft = Self.chunkSize
      let outcome = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      let written = UnsafeRawBufferPointer(start: chunk, count: Self.chunkSize - outputLeft)
      result.append(contentsOf: written)
      guard outcome == -1, errno != E2BIG else { continue }
      errors += 1
      guard errors <= tolerated, inputLeft > 0 else { return nil }
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      input = input.map { $0 + 1 }
      inputLeft -= 1
    }
    return result
  }
}
