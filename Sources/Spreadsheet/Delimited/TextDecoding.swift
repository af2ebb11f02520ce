import Glibc

/// Turns a text file's bytes into UTF-8: by its byte order mark, else UTF-8 if valid, else GB18030.
enum TextDecoding {
  static func utf8(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Array(String(decoding: bytes.dropFirst(3), as: UTF8.self).utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return try converted(bytes.dropFirst(4), "UTF-32LE") }
    if bytes.starts(with: [0xFF, 0xFE]) { return try converted(bytes.dropFirst(2), "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes.dropFirst(2), "UTF-16BE") }
    let zeros = bytes.prefix(4096).count { $0 == 0 }
    if zeros > 0 { throw .unsupported(.binary) }
    if isValidUTF8(bytes) { return bytes }
    let text = try converted(bytes[...], "GB18030")
    let controls = text.prefix(4096).count { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    if controls * 20 > min(text.count, 4096) { throw .unsupported(.binary) }
    return text
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }

  /// Converts by the C library's tables.
  private static func converted(
    _ bytes: ArraySlice<UInt8>, _ encoding: String
  ) throws(SpreadsheetError) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
      throw .damaged(part: "", reason: .encoding)
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var from = source.baseAddress
        var fromLeft = source.count
        var to = target.baseAddress
        var toLeft = target.count
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return result == -1 ? nil : target.count - toLeft
      }
    }
    guard let written else { throw .damaged(part: "", reason: .encoding) }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }
}
