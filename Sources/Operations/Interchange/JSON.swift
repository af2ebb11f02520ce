package import Foundation
import Ledger

/// A JSON value (RFC 8259) whose members keep their order, so that equal answers have equal bytes.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A decimal number as its digits, so that it stays exact.
  case decimal(String)
  case string(String)
  /// A point in time.
  case time(Date)
  case array([JSON])
  case object([(String, JSON)])

  /// The format of times.
  package enum Times: Sendable {
    /// Shanghai local time: `2026-03-31 09:30:00`.
    case local
    /// RFC 3339 with milliseconds.
    case stamps
  }

  /// The JSON text on one line.
  package var text: String { String(decoding: bytes(.local), as: UTF8.self) }

  /// The JSON text in UTF-8.
  package func bytes(_ times: Times) -> [UInt8] {
    var bytes: [UInt8] = []
    write(times, to: &bytes)
    return bytes
  }

  private func write(_ times: Times, to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .time(let date):
      Self.write(times == .local ? ShanghaiCalendar.text(date) : Timestamp.text(date), to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(times, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(times, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if isPlain { return }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u00" + (digits.count < 2 ? "0" : "") + digits).utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension JSON {
  /// A string, or null.
  package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// An integer, or null.
  package static func optional(_ number: Int64?) -> JSON { number.map { .integer($0) } ?? .null }

  /// A count.
  package static func count(_ number: Int) -> JSON { .integer(Int64(number)) }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
