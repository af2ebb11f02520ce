import Engine
import Foundation
import Ledger

/// The ledger as of an entry: later changes are reverted during a read.
///
/// Projects touched since are replayed up to that entry and replace the current ones, so that every query runs
/// unaltered.
enum AsOf {
  /// The last entry recorded by the end of a day in Shanghai (which keeps UTC+8 all year).
  static func revision(endOf day: PartialDate, _ session: Session) throws -> Int64 {
    try revision(before: endInMilliseconds(day), session)
  }

  /// The first entry recorded on a day in Shanghai or later; one past the last if there is none.
  static func firstRevision(since day: PartialDate, _ session: Session) throws -> Int64 {
    try revision(before: milliseconds(day.firstDay), session) + 1
  }

  /// The last entry recorded before a moment, in milliseconds.
  ///
  /// Recorded time never goes back, so one number separates earlier from later entries. Ledgers of older versions may
  /// contain times of a wrong clock: there it is the number with the fewest entries on the wrong side, the last of
  /// several.
  private static func revision(before moment: Int64, _ session: Session) throws -> Int64 {
    // When was each entry recorded?
    let entries = try session.stream(
      """
      SELECT number, at
      FROM entry
      ORDER BY number
      """)
    var found: Int64 = 0
    var right = 0
    var most = 0
    while try entries.step() {
      right += entries.int64(1) < moment ? 1 : -1
      guard right >= most else { continue }
      most = right
      found = try entries.key(0, in: Stored.number, "entry")
    }
    return found
  }

  /// Runs queries on the ledger as of an entry.
  static func read<T>(
    _ revision: Int64, _ session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    if try revision >= LedgerStore.revision(session) { return try body(session) }
    let touched = touched(after: revision)
    let once = SQLCondition(
      "SELECT DISTINCT project FROM (\(touched.sql)) AS touched", touched.values)
    return try session.connection.withPast(at: revision, of: once) { past in
      try fill(past, revision, session)
    } _: {
      session.past = revision
      defer { session.past = nil }
      return try body(session)
    }
  }

  /// The query for the projects that entries after one touched, with repetitions: DISTINCT would make an engine scan
  /// the whole journal by project.
  static func touched(after revision: Int64) -> SQLCondition {
    SQLCondition(
      """
      SELECT project
      FROM change
      WHERE id >= (SELECT first_change FROM entry WHERE number = ?)
      """, [.integer(revision + 1)])
  }

  private static func fill(
    _ past: PastProjects, _ revision: Int64, _ session: Session
  ) throws {
    let headers = try EntryTable.headers(session, through: revision)
    let balance = try BalanceWriter(
      session, items: ItemNumbers(session),
      catalogue: Catalogue(items: CatalogueTable.items(session)), into: .past(past.table))
    try past.ids.forEachBatch { batch in
      var states: [ProjectState] = []
      try ChangeTable.forEachReplay(
        of: batch, through: revision, headers: headers, session
      ) { states.append($0.state) }
      try balance.insert(states)
    }
  }

  /// Midnight after the last day of a date, in milliseconds since 1970.
  static func endInMilliseconds(_ date: PartialDate) -> Int64 {
    milliseconds(date.lastDay) + 86_400_000
  }

  /// Midnight in Shanghai at the beginning of a day `yyyymmdd`.
  private static func milliseconds(_ date: Int) -> Int64 {
    Int64(PartialDate.number(of: date)) * 86_400_000 - 8 * 3_600_000
  }
}
