import Foundation
import Spreadsheet

/// Where a file is, as the system has it: bytes, which need not be UTF-8.
///
/// Zip archives made on Windows leave names in GBK behind. The bytes open the file; what people are shown,
/// and what is kept, is the text that the bytes most likely are.
package struct FilePath: Hashable, Sendable {
  /// Without the zero byte at the end.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path for people: as UTF-8, else as GB 18030, else with `%B5` for each byte that is no text.
  package var text: String { Self.text(of: bytes) }

  /// The last component for people.
  package var name: String {
    Self.text(of: Array(bytes.split(separator: UInt8(ascii: "/")).last ?? []))
  }

  /// A path below this one.
  func appending(_ component: [UInt8]) -> FilePath {
    if bytes.isEmpty { return FilePath(bytes: component) }
    let slash: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return FilePath(bytes: bytes + slash + component)
  }

  /// The path as the system takes it.
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
  /// The paths that arguments stood for before what is no UTF-8 in them was replaced, found again among
  /// the words of the command line: the first of two alike is the one typed first. A word may begin with
  /// the name of its option, as in `--decide=FILE`.
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
