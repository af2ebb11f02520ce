import Engine
import Ledger

/// Verifies the register of books sent out against the states recorded in entries.
enum RegisterVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    // Which entries record the register?
    let entries = try session.stream(
      """
      SELECT number, published
      FROM entry
      WHERE published IS NOT NULL
      ORDER BY number
      """)
    var seal = try RegisterSeal(session)
    while try entries.step() {
      let number = RegisterSeal.number(entries.text(1))
      guard let number, try seal.text(through: number) == entries.text(1) else {
        return [.registerDiffers(entry: entries.int64(0))]
      }
    }
    _ = try seal.text(through: .max)
    // Are all issues readable?
    _ = try session.rows(
      """
      SELECT number, at, actor, book, filter, revision, projects, file, sha256
      FROM publication
      ORDER BY number
      """, read: LedgerStore.publication)
    return []
  }
}
