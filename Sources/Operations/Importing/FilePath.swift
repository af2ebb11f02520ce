import Foundation
import Spreadsheet

/// A file path as the system's bytes, which need not be UTF-8.
///
/// Zip archives made on Windows leave names in GBK. The bytes open the file; the most likely text is displayed
/// and stored.
package struct FilePath: Hashable, Sendable {
  /// Without the terminating zero byte.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path for display: as UTF-8, else as GB 18030, else with non-ASCII bytes as `%B5`.
  package var text: String { Self.text(of: bytes) }

  /// The last component for display.
  package var name: String {
    Self.text(of: Array(bytes.split(separator: UInt8(ascii: "/")).last ?? []))
  }

  /// A path below this one.
  func appending(_ component: [UInt8]) -> FilePath {
    if bytes.isEmpty { return FilePath(bytes: component) }
    let slash: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return FilePath(bytes: bytes + slash + component)
  }

  /// The path as a C string for system calls.
  var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  private static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let text = LegacyText.gb18030(bytes) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    let escaped = bytes.flatMap { byte in
      byte < 0x80
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension FilePath {
  /// The original bytes of arguments whose invalid UTF-8 was replaced, looked up among the words of the command
  /// line. Equal arguments match in the order typed. A word may begin with its option, as in `--decide=FILE`.
  package static func recovered(_ arguments: [String], from words: [[UInt8]]) -> [FilePath] {
    var left = words.filter { String(validating: $0, as: UTF8.self) == nil }.flatMap { word in
      [word] + (word.firstIndex(of: UInt8(ascii: "=")).map { [Array(word[($0 + 1)...])] } ?? [])
    }
    return arguments.map { argument in
      guard argument.contains("\u{FFFD}"),
        let place = left.firstIndex(where: { String(decoding: $0, as: UTF8.self) == argument })
      else { return FilePath(argument) }
      return FilePath(bytes: left.remove(at: place))
    }
  }
}
