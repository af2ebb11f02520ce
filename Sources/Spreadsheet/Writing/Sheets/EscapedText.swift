/// Text as ST_Xstring wants it (ECMA-376 §22.9.2.19).
///
/// libxlsxwriter escapes control characters as `_xHHHH_`, but not the text that looks like such an
/// escape; without this "_x000D_" would come back as a line break.
enum EscapedText {
  /// The text, an underscore that would begin an escape itself escaped.
  @inline(__always)
  static func escape(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "_")) ? escapeUnderscores(text) : text
  }

  private static func escapeUnderscores(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) {
        result.append(contentsOf: "_x005F".utf8)
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether seven bytes read `_xHHHH_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 7, bytes.last == UInt8(ascii: "_") else { return false }
    let digits = bytes.dropFirst(2).dropLast()
    return bytes.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
