#if canImport(Glibc)
  import Glibc
#endif

/// Converts text of another encoding to UTF-8 with the C library's iconv.
final class TextDecoder {
  private let converter: iconv_t
  private let chunk: UnsafeMutablePointer<CChar>

  private static let chunkSize = 1 << 14

  /// A decoder for an encoding, by its iconv name; nil when iconv does not have it.
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

  /// Text in UTF-8, and where its source was undecodable.
  struct Decoded {
    var text: [UInt8] = []
    /// The offset in `text` of each U+FFFD that replaces a run of undecodable bytes.
    var faults: [Int] = []
    /// The number of undecodable bytes.
    var faultyBytes = 0
  }

  /// The text in UTF-8; nil when more than one in a hundred of the bytes beyond ASCII are undecodable.
  /// Fewer become U+FFFD.
  static func decode(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
    let tolerated = bytes.count { $0 >= 0x80 } / 100
    return decode(bytes, from: encoding, tolerating: tolerated)?.text
  }

  /// The text in UTF-8; nil when more bytes are undecodable than tolerated.
  static func decode(
    _ bytes: [UInt8], from encoding: TextEncoding, tolerating tolerated: Int
  ) -> Decoded? {
    guard let decoder = TextDecoder(encoding.rawValue) else { return nil }
    return bytes.withUnsafeBufferPointer { decoder.decode($0, tolerating: tolerated) }
  }

  /// The text in UTF-8; nil when more bytes are undecodable than tolerated.
  func decode(_ source: Bytes, tolerating tolerated: Int) -> Decoded? {
    iconv(converter, nil, nil, nil, nil)
    // iconv takes a mutable pointer but never writes to it.
    var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    var inputLeft = source.count
    var result = Decoded()
    result.text.reserveCapacity(source.count * 3 / 2)
    var endOfFault = -1
    while inputLeft > 0 {
      var output: UnsafeMutablePointer<CChar>? = chunk
      var outputLeft = Self.chunkSize
      let outcome = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      let written = UnsafeRawBufferPointer(start: chunk, count: Self.chunkSize - outputLeft)
      result.text.append(contentsOf: written)
      guard outcome == -1, errno != E2BIG else { continue }
      result.faultyBytes += 1
      guard result.faultyBytes <= tolerated, inputLeft > 0 else { return nil }
      if result.text.count != endOfFault {
        result.faults.append(result.text.count)
        result.text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        endOfFault = result.text.count
      }
      input = input.map { $0 + 1 }
      inputLeft -= 1
    }
    return result
  }
}
