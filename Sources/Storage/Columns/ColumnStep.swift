import Ledger

/// What became of some rows from one state to the next: all that was kept of them, before and after. From it alone it
/// is told whether an answer that was given at the first is still the one at the second.
struct ColumnStep: Sendable {
  /// The most rows that a step may have altered.
  static let mostRows = 1_000
  /// The most steps that a state remembers, and the most rows that all of them may have altered.
  private static let most = 64
  private static let mostOfAll = 4 * mostRows

  private let before: ColumnState
  private let after: ColumnState

  init(before: ColumnState, after: ColumnState) { (self.before, self.after) = (before, after) }

  /// The entry that it begins behind.
  var start: Int64 { before.revision }

  /// The last of some steps: as many as a state remembers.
  static func remembered(_ steps: [ColumnStep]) -> [ColumnStep] {
    var rows = 0
    let last = steps.suffix(most).reversed().prefix { step in
      rows += max(step.before.ids.count, step.after.ids.count)
      return rows <= mostOfAll
    }
    return last.reversed()
  }

  /// Whether a page of a list is the same behind the step: nothing that it shows was altered, nothing else that it
  /// counts looks otherwise, and as many fail by one property alone as before.
  ///
  /// Throws `ColumnState.NotKept` where that cannot be told.
  func leaves(_ page: ListedPage, _ question: RowQuestion) throws -> Bool {
    let (was, now) = (try HeldRows(before, question), try HeldRows(after, question))
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
    func columns(_ rows: HeldRows) throws -> [KeptColumn] {
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

  /// The values that fail alone, by property: facets count them, and nothing else is said of their rows.
  private static func failing(_ passing: HeldRows.Passing, _ rows: HeldRows) -> [[Int]] {
    passing.failing.enumerated().map { facet, places in
      places.map { rows.code(facet, at: Int($0)) }.sorted()
    }
  }
}

extension ProjectSort {
  /// The columns that an order looks at beside those of its question.
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
