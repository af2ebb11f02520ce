import Ledger

/// The rows that changed from one state to the next, with their column values before and after. They are enough to
/// decide whether an earlier result is still valid.
struct ColumnStep: Sendable {
  /// The maximum number of altered rows in a step.
  static let mostRows = 1_000
  /// The maximum number of steps that a state keeps, and of altered rows in all of them.
  private static let most = 64
  private static let mostOfAll = 4 * mostRows

  private let before: ColumnState
  private let after: ColumnState

  init(before: ColumnState, after: ColumnState) { (self.before, self.after) = (before, after) }

  /// The entry before the step.
  var start: Int64 { before.revision }

  /// The latest of some steps, as many as a state keeps.
  static func remembered(_ steps: [ColumnStep]) -> [ColumnStep] {
    var rows = 0
    let last = steps.suffix(most).reversed().prefix { step in
      rows += max(step.before.ids.count, step.after.ids.count)
      return rows <= mostOfAll
    }
    return last.reversed()
  }

  /// Whether the step leaves a page of a list unchanged: no shown project was altered, all other counted projects
  /// have the same column values, and as many fail by one property alone.
  ///
  /// Throws `ColumnState.NotKept` if that cannot be determined.
  func leaves(_ page: ListedPage, _ question: RowQuestion) throws -> Bool {
    let (was, now) = (try ColumnRows(before, question), try ColumnRows(after, question))
    let (had, has) = (
      was.rows(.counted, judgedBy: question.judged), now.rows(.counted, judgedBy: question.judged)
    )
    guard had.leftOut == has.leftOut, had.places.count == has.places.count,
      Self.failing(had, was) == Self.failing(has, now)
    else { return false }
    if had.places.isEmpty { return true }
    let session = question.context.session
    // The page counts the lights of what passes.
    let measure = try question.measure()
    func columns(_ rows: ColumnRows) throws -> [KeptColumn] {
      try rows.columns + page.sort.columns(rows.state, session)
        + [rows.state.lights(measure, question.figures, session)]
    }
    let (old, new) = (try columns(was), try columns(now))
    return zip(had.places, has.places).allSatisfy { row, other in
      let (place, later) = (Int(row), Int(other))
      return before.ids[place] == after.ids[later] && !page.shown.contains(before.ids[place])
        && zip(old, new).allSatisfy { $0.holds(place, as: $1, later) }
    }
  }

  /// The values of rows that fail by one property alone, by property: facets count only these.
  private static func failing(_ passing: ColumnRows.Passing, _ rows: ColumnRows) -> [[Int]] {
    passing.failing.enumerated().map { facet, places in
      places.map { rows.code(facet, at: Int($0)) }.sorted()
    }
  }
}

extension ProjectSort {
  /// The columns that a sort order reads besides those of its question.
  fileprivate func columns(_ state: ColumnState, _ session: Session) throws -> [KeptColumn] {
    try terms.compactMap { term in
      switch term.key.value {
      case .text(let field):
        try state.column(.text(field), session) { TextColumn(field, count: $0) }
      case .number(let source): try state.number(source, session)
      case nil: nil
      }
    }
  }
}
