/// What became of those rows of a list that altered nothing: an entry keeps them beside its changes, so
/// that every row of the file is accounted for as long as the ledger lives.
///
/// Kept as runs: `0:5=12x100` is a hundred rows of table 0 from row 5 on that repeat projects 12, 13 …;
/// `0:7?` a row that waited for a person, `0:9!` one that could not be imported.
package struct RowOutcomes: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// The row says of the project what the ledger or its sender said before.
    case unchanged(ProjectID)
    case review
    case rejected
  }

  package struct Row: Hashable, Sendable {
    package let source: SourceRow
    package let outcome: Outcome

    package init(source: SourceRow, outcome: Outcome) {
      self.source = source
      self.outcome = outcome
    }
  }

  /// The canonical text.
  package let text: String

  /// Takes rows in the order of the file.
  package init(_ rows: [Row]) {
    var runs: [Run] = []
    for row in rows {
      if let last = runs.indices.last, runs[last].isContinued(by: row) {
        runs[last].count += 1
      } else {
        runs.append(Run(first: row, count: 1))
      }
    }
    text = runs.map(\.text).joined(separator: " ")
  }

  /// Takes the canonical text; nil when it is none.
  package init?(text: String) {
    let runs = text.split(separator: " ").map { Run($0) }
    guard runs.allSatisfy({ $0 != nil }) else { return nil }
    self.text = text
  }

  /// The rows, in the order of the file.
  package var rows: [Row] {
    text.split(separator: " ").compactMap { Run($0) }.flatMap(\.rows)
  }

  /// The projects that rows repeated.
  package var projects: [ProjectID] {
    rows.compactMap { row in
      if case .unchanged(let project) = row.outcome { project } else { nil }
    }
  }
}

/// Rows that follow each other and became the same.
private struct Run {
  let first: RowOutcomes.Row
  var count: Int

  init(first: RowOutcomes.Row, count: Int) {
    self.first = first
    self.count = count
  }

  func isContinued(by row: RowOutcomes.Row) -> Bool { self.row(count) == row }

  var rows: [RowOutcomes.Row] { (0..<count).map(row) }

  private func row(_ offset: Int) -> RowOutcomes.Row {
    let source = SourceRow(table: first.source.table, number: first.source.number + offset)
    guard case .unchanged(let project) = first.outcome else {
      return RowOutcomes.Row(source: source, outcome: first.outcome)
    }
    return RowOutcomes.Row(source: source, outcome: .unchanged(project + Int64(offset)))
  }

  var text: String {
    let place = "\(first.source.table):\(first.source.number)"
    let end = count > 1 ? "x\(count)" : ""
    return switch first.outcome {
    case .unchanged(let project): "\(place)=\(project)\(end)"
    case .review: "\(place)?\(end)"
    case .rejected: "\(place)!\(end)"
    }
  }

  init?(_ text: Substring) {
    guard let colon = text.firstIndex(of: ":"), let table = Int(text[..<colon]),
      let mark = text.firstIndex(where: { "=?!".contains($0) }), mark > colon,
      let number = Int(text[text.index(after: colon)..<mark])
    else { return nil }
    let rest = text[text.index(after: mark)...].split(
      separator: "x", omittingEmptySubsequences: false)
    guard rest.count <= 2, let count = rest.count == 2 ? Int(rest[1]) : 1, count > 0 else {
      return nil
    }
    let outcome: RowOutcomes.Outcome
    switch text[mark] {
    case "=":
      guard let project = ProjectID(rest[0]) else { return nil }
      outcome = .unchanged(project)
    case "?": outcome = .review
    default: outcome = .rejected
    }
    first = RowOutcomes.Row(source: SourceRow(table: table, number: number), outcome: outcome)
    self.count = count
  }
}
