import Engine
import Ledger

/// The register of books sent out in one text, `12:5f3a…`: the number of the last issue, and the hash over all up to
/// it.
///
/// Every entry includes the register as of its time in its own hash, so that the register is protected like the
/// journal. The next entry covers issues since the last one.
struct RegisterSeal {
  private var hash = EntryHash(previous: EntryHash.none)
  private var last: Int64 = 0
  private let issues: any Statement
  private var isAtIssue: Bool

  init(_ session: Session) throws {
    // Which books were sent out, in order?
    issues = try session.statement(
      """
      SELECT number, at, actor, book, filter, revision, projects, file, sha256
      FROM publication
      ORDER BY number
      """)
    isAtIssue = try issues.step()
  }

  /// The whole register.
  static func whole(_ session: Session) throws -> String {
    var seal = try RegisterSeal(session)
    return try seal.text(through: .max)
  }

  /// The register up to an issue; calls must be in ascending order.
  mutating func text(through number: Int64) throws -> String {
    while isAtIssue, issues.int64(0) <= number {
      // Issues are numbered without gaps.
      guard issues.int64(0) == last + 1 else {
        throw StorageError.damaged(table: "publication", row: last + 1)
      }
      hash.add(issues, 0...8)
      last += 1
      isAtIssue = try issues.step()
    }
    return "\(last):\(hash.digest)"
  }

  /// The number of the last issue in a text; nil if it is malformed.
  static func number(_ text: String) -> Int64? {
    text.firstIndex(of: ":").flatMap { Int64(text[..<$0]) }.flatMap { 0...1 << 48 ~= $0 ? $0 : nil }
  }
}
