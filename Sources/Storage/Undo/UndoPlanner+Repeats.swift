import Engine
import Ledger

extension UndoPlanner {
  /// The last list since an entry that repeated a project without altering it, by project.
  static func repeats(
    since entry: Int64, _ headers: EntryHeaders, _ session: Session
  ) throws -> [ProjectID: Int64] {
    // Which later lists have rows that altered nothing?
    let lists = try session.rows(
      """
      SELECT number, outcomes, layout
      FROM entry
      WHERE number > ? AND outcomes <> ''
      ORDER BY number
      """, .integer(entry)
    ) { row in
      let number = try row.key(0, in: Stored.number, "entry")
      guard let tables = LayoutText.read(row.text(2))?.count,
        let outcomes = RowOutcomes(text: row.text(1), tables: tables)
      else {
        throw StorageError.damaged(table: "entry", row: number)
      }
      return (number: number, outcomes: outcomes)
    }
    var repeated: [ProjectID: Int64] = [:]
    for list in lists where !headers.isUndone(list.number) {
      for project in list.outcomes.projects { repeated[project] = list.number }
    }
    return repeated
  }
}
