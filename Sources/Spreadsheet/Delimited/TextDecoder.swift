#if canImport(Glibc)
  import Glibc
#endif

/// Turns text of another encoding into UTF-8, with the C library's iconv.
enum TextDecoder {
  /// The text in UTF-8; nil when more than one in a hundred of the bytes beyond ASCII mean
  /// nothing. Fewer such bytes become U+FFFD.
  static func decode(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding.rawValue),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var source = bytes
    return source.withUnsafeMutableBytes { convert($0, with: converter) }
  }

  private static func convert(
    _ source: UnsafeMutableRawBufferPointer, with converter: iconv_t
  ) -> [UInt8]? {
    let tolerated = source.count { $0 >= 0x80 } / 100
    var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
    var inputLeft = source.count
    var result: [UInt8] = []
    result.reserveCapacity(source.count * 3 / 2)
    var errors = 0
    let size = 1 << 16
    let chunk = UnsafeMutablePointer<CChar>.allocate(capacity: size)
    defer { chunk.deallocate() }
    while inputLeft > 0 {
      var output: UnsafeMutablePointer<CChar>? = chunk
      var outputLeft = size
      let outcome = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      let written = UnsafeRawBufferPointer(start: chunk, count: size - outputLeft)
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
