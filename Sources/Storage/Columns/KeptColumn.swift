import Engine
import Ledger

/// One value of every project, kept in memory: what the reader of a scan found in its row, in the order of
/// the projects' numbers.
///
/// It is filled by whoever makes it, and not altered once a state shows it to others: so subclasses say that
/// nobody else looks at their memory, which is asked for each of a hundred thousand rows.
class KeptColumn: @unchecked Sendable {
  /// Whether its query has conditions of its own, so that nothing else is read along with it.
  var isAlone: Bool { false }

  /// Makes ready to read rows of a query; of some projects where `among` names them, of all otherwise.
  func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {}

  /// Takes the value of the project at a place from its row.
  func read(_ row: any Statement, at place: Int) throws {}

  /// Lets go of what read the rows.
  func finish() {}

  /// The same for other rows, of which some are to be read again.
  func moved(_ move: RowMove) -> KeptColumn { self }

  /// Whether the value at a place is known to be the one at another place of a later column of the same.
  func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool { false }
}

/// How the rows of one state become those of the next.
struct RowMove {
  /// Where each new row stood; -1 for those that are new. Nil where the rows are the same.
  let sources: [Int32]?
  /// The places of those that are read again.
  let touched: [Int]

  func callAsFunction<Value>(_ values: [Value], blank: Value) -> [Value] {
    var moved = sources.map { $0.map { $0 < 0 ? blank : values[Int($0)] } } ?? values
    for place in touched { moved[place] = blank }
    return moved
  }
}
