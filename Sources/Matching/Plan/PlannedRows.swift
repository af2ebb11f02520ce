package import Intake
package import Ledger

/// What an import would do with all rows, in the order of the file: rows, matches and outcomes are separate arrays,
/// combined on access.
package struct PlannedRows: RandomAccessCollection, Sendable {
  /// Shared by all `PlannedRow`s.
  private final class Content: Sendable {
    let rows: Rows
    let matches: [Matcher.Match]
    let outcomes: [RowOutcome]
    let known: KnownIndex

    init(
      rows: Rows, matches: [Matcher.Match], outcomes: [RowOutcome], known: KnownIndex
    ) {
      self.rows = rows
      self.matches = matches
      self.outcomes = outcomes
      self.known = known
    }
  }

  private let content: Content

  /// Takes a match and an outcome for each row, and the projects that the matches name.
  package init(
    _ rows: Rows, matches: [Matcher.Match], outcomes: [RowOutcome], known: KnownIndex
  ) {
    content = Content(rows: rows, matches: matches, outcomes: outcomes, known: known)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { content.outcomes.count }
  package subscript(position: Int) -> PlannedRow { PlannedRow(self, at: position) }

  func table(of position: Int) -> Int { content.rows.table(of: position) }
  func row(_ position: Int) -> ParsedRow { content.rows[position] }
  func number(_ position: Int) -> Int { content.rows.number(position) }
  func match(_ position: Int) -> Matcher.Match { content.matches[position] }
  func outcome(_ position: Int) -> RowOutcome { content.outcomes[position] }

  func known(_ position: Int) -> KnownProject? {
    content.matches[position].project.flatMap { content.known[$0] }
  }

  /// The positions, in order, of the rows whose outcomes fit.
  func positions(where fits: (RowOutcome) -> Bool) -> [Int] {
    content.outcomes.indices.filter { fits(content.outcomes[$0]) }
  }

  func count(where fits: (RowOutcome) -> Bool) -> Int { content.outcomes.count(where: fits) }

  func contains(where fits: (RowOutcome) -> Bool) -> Bool { content.outcomes.contains(where: fits) }
}

extension Matcher.Match {
  /// The ledger's project that a row is, or may be.
  package var project: ProjectID? {
    switch self {
    case .project(let id, _), .possibly(let id, _): id
    case .new, .several, .repeated, .nameless, .astray: nil
    }
  }
}
