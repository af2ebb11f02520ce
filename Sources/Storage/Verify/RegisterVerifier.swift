import Engine
import Ledger

/// Proves the register of books sent out: it is what entries say it was when they were written.
enum RegisterVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    // Which entries say what the register was?
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
    // Can what was sent out be read?
    _ = try session.rows(
      """
      SELECT number, at, actor, book, filter, revision, projects, file, sha256
      FROM publication
      ORDER BY number
      """, read: LedgerStore.publication)
    return []
  }
}
