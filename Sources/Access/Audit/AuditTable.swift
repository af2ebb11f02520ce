import Crypto
import Engine
package import Foundation
import Machine

/// A line as stored in the file.
package struct AuditRecord: Hashable, Sendable {
  package let number: Int64
  package let at: Date
  package let line: AuditLine
  package let hash: String
}

/// The last line, whose hash proves all lines before it.
package struct AuditHead: Hashable, Sendable, CustomStringConvertible {
  package let number: Int64
  package let hash: String

  package var description: String { "\(number):\(hash)" }

  package init(number: Int64, hash: String) {
    self.number = number
    self.hash = hash
  }

  /// Parses `number:hash`; nil for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]), number > 0,
      parts[1].wholeMatch(of: /[0-9a-f]{64}/) != nil
    else { return nil }
    self.init(number: number, hash: String(parts[1]))
  }
}

/// Queries on the table of lines: each holds the hash of the one before it.
enum AuditTable {
  static let columns = "number, at, act, login, name, address, subject, entry, result, hash"

  /// The number and hash of the last line; 0 and zeros if there is none.
  static func head(_ rows: Rows) throws -> AuditHead {
    try rows.first(
      """
      SELECT number, hash
      FROM audit
      ORDER BY number DESC
      LIMIT 1
      """
    ) { AuditHead(number: $0.int64(0), hash: $0.text(1)) }
      ?? AuditHead(number: 0, hash: String(repeating: "0", count: 64))
  }

  /// Adds a line after the last one.
  static func append(_ line: AuditLine, at: Date, _ rows: Rows) throws {
    let head = try head(rows)
    let number = head.number + 1
    try rows.run(
      """
      INSERT INTO audit (\(columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(number), .time(at), .text(line.act.rawValue), .optional(line.login),
      .text(line.name), .text(line.address), .text(line.subject), .optional(line.entry),
      .text(line.result),
      .text(
        hash(
          [
            String(number), String(at.milliseconds), line.act.rawValue, optional(line.login),
            line.name, line.address, line.subject, optional(line.entry.map(String.init)),
            line.result,
          ], behind: head.hash)))
  }

  private static func optional(_ text: String?) -> String { text.map { "+" + $0 } ?? "" }

  /// The SHA-256 over the previous hash and every field, each prefixed with its length, so that no two different
  /// lines have the same bytes.
  private static func hash(_ fields: [String], behind before: String) -> String {
    let bytes = ([before] + fields).flatMap { Array("\($0.utf8.count):\($0)\n".utf8) }
    return Hexadecimal.text(SHA256.hash(data: bytes))
  }

  /// The numbers of lines that were altered or are missing, found by the line after each.
  static func faults(_ rows: Rows) throws -> [Int64] {
    var faults: [Int64] = []
    var before = (number: Int64(0), hash: String(repeating: "0", count: 64))
    _ = try rows.all(
      """
      SELECT \(columns)
      FROM audit
      ORDER BY number
      """
    ) { row in
      let number = row.int64(0)
      let fields = (0..<9).map { column in
        [3, 7].contains(column) ? optional(row.textIfAny(column)) : row.text(column)
      }
      let hash = hash(fields, behind: before.hash)
      if number != before.number + 1 {
        faults.append(before.number + 1)
      } else if hash != row.text(9) {
        faults.append(number)
      }
      before = (number, row.text(9))
    }
    // A file with accounts must have lines about them.
    return try before.number == 0 && !AccountTable.all(rows).isEmpty ? [1] : faults
  }
}
