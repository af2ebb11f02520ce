import Spreadsheet

/// Encodes text as ST_Xstring (ECMA-376 §22.9.2.19): characters that XML 1.0 does not allow become
/// `_xHHHH_`, and text that looks like such an escape is escaped itself, so that any text survives a
/// round trip.
///
/// libxlsxwriter escapes some of this in cells, but not U+0000, U+FFFE and U+FFFF, and nothing in the
/// copies of cells that charts keep.
enum EscapedText {
  /// The escaped text.
  @inline(__always)
  static func escape(_ text: String) -> String {
    isPlain(text) ? text : escapeBytes(text)
  }

  /// Whether no byte can be part of a character that needs an escape.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var last: UInt8 = 0
      for byte in bytes {
        // U+FFC0 to U+FFFF begin with EF BF.
        let isControl = byte < 0x20 && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n")
        if isControl || byte == UInt8(ascii: "_") || (last == 0xEF && byte == 0xBF) {
          return false
        }
        last = byte
      }
      return true
    }
  }

  private static func escapeBytes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      // A bare carriage return would be read as a line feed.
      if scalar == "\r" || !XMLCharacters.isAllowed(scalar) {
        result.append(contentsOf: escape(of: scalar).unicodeScalars)
      } else if scalar == "_", isEscape(scalars[index...].prefix(7)) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  /// Whether seven characters have the form `_xHHHH_`.
  private static func isEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
    guard scalars.count == 7, scalars.last == "_" else { return false }
    let mark = scalars.dropFirst().first
    return (mark == "x" || mark == "X")
      && scalars.dropFirst(2).dropLast().allSatisfy { Character($0).isHexDigit && $0.isASCII }
  }
}
