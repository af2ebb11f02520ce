import Engine
import Ledger

/// One value of every project, kept in memory in the order of project numbers.
///
/// Its creator fills it, and it never changes once a state publishes it. Therefore subclasses turn off the
/// exclusivity checks, which would run for each of a hundred thousand rows.
class KeptColumn: @unchecked Sendable {
  /// Whether its query has conditions of its own, so that no other column can be read with it.
  var isAlone: Bool { false }

  /// Prepares for reading rows of a query, either all projects or those selected by `among`.
  func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {}

  /// Reads the value of the project with the index `place` from its row.
  func read(_ row: any Statement, at place: Int) throws {}

  /// Releases the reader of the rows.
  func finish() {}

  /// Returns the column for the rows of the next state; touched rows are blank.
  func moved(_ move: RowMove) -> KeptColumn { self }

  /// Whether the value at `place` is known to equal the one at `other` of a later state's column.
  func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool { false }
}

/// The mapping from the rows of one state to those of the next.
struct RowMove {
  /// The previous index of each row; -1 for new rows. Nil if the rows are the same.
  let sources: [Int32]?
  /// The indices of the rows to read again.
  let touched: [Int]

  func callAsFunction<Value>(_ values: [Value], blank: Value) -> [Value] {
    var moved = sources.map { $0.map { $0 < 0 ? blank : values[Int($0)] } } ?? values
    for place in touched { moved[place] = blank }
    return moved
  }
}
