import Engine
import Ledger

/// Truncates a copy of a ledger after an entry: later rows are removed, and the balance is rewritten from the
/// remaining journal. References must not be checked before the end.
struct Truncation {
  private let session: Session
  private let entry: Int64

  static func run(_ session: Session, through entry: Int64) throws {
    let truncation = Truncation(session: session, entry: entry)
    try truncation.takeBackCatalogue()
    try truncation.removeIssues()
    try truncation.removeJournal()
    try session.run("DELETE FROM statement")
    try BalanceRefill.run(session)
    // Senders without a statement are unknown to the truncated ledger.
    try session.run(
      """
      DELETE FROM sender
      WHERE id NOT IN (SELECT sender FROM statement)
      """)
  }

  private func takeBackCatalogue() throws {
    let items = try CatalogueTable.items(through: entry, session)
    let known = Set(items.map { [$0.kind.rawValue, $0.code] })
    for item in try CatalogueTable.items(session)
    where !known.contains([item.kind.rawValue, item.code]) {
      try session.run(
        """
        DELETE FROM catalogue_item
        WHERE kind = ? AND code = ?
        """, .text(item.kind.rawValue), .text(item.code))
    }
    for item in items { try CatalogueTable.rewrite(item, session) }
  }

  /// Books that were sent out before the next entry stay: its hash covers them.
  private func removeIssues() throws {
    // Which register did the next entry cover?
    let sealed = try session.row(
      """
      SELECT published
      FROM entry
      WHERE number = ?
      """, .integer(entry + 1)
    ) { $0.textIfAny(0).flatMap(RegisterSeal.number) }
    guard let sealed else { return }
    // Entries of earlier versions do not record it: then the first book about a later state decides.
    let first = try session.integer(
      """
      SELECT coalesce(min(number), 281474976710656)
      FROM publication
      WHERE revision > ?
      """, .integer(entry))
    try session.connection.withoutTriggers(of: "publication") {
      try session.run(
        """
        DELETE FROM publication
        WHERE number > ?
        """, .integer(sealed ?? first - 1))
    }
  }

  private func removeJournal() throws {
    for table in ["change", "catalogue_change", "entry_note"] {
      try session.run(
        """
        DELETE FROM \(table)
        WHERE entry > ?
        """, .integer(entry))
    }
    try session.run(
      """
      DELETE FROM entry
      WHERE number > ?
      """, .integer(entry))
    try session.run(
      """
      DELETE FROM upload
      WHERE sha256 NOT IN (SELECT upload FROM entry WHERE upload IS NOT NULL)
      """)
  }
}
