import Ledger

/// What the balance derives from a project's values, so that it is found: its search text and the
/// number by which equal names meet.
struct SearchKeys: Sendable {
  /// What a search looks through.
  func text(of record: Record) -> String {
    [Field.name, .code, .owner, .investor, .address].compactMap { record.text($0)?.lowercased() }
      .joined(separator: "\n")
  }

  /// The number of a name; equal for names that differ only in white space and the like.
  func nameKey(_ name: String) -> Int64 {
    Int64(bitPattern: StatementDigest.of(Array(name.filter { !$0.isWhitespace }.utf8)))
  }
}
