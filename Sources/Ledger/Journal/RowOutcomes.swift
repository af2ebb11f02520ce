/// The outcomes of a list's rows without changes, stored with the entry, so that every row of the file
/// stays accounted for.
///
/// Encoded as runs: `0:5=12x100` is a hundred rows of table 0 from row 5 on that repeat projects 12, 13
/// …; `0:7?` a row that a person must decide, `0:9!` one that could not be imported.
package struct RowOutcomes: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// The row repeats what the ledger or its sender already had for the project.
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

  /// An upper bound of the numbers of tables, rows and projects.
  fileprivate static let most = 1 << 28
  /// An upper bound of the rows of a table, of which one may occur twice.
  private static let mostOfTable = 1 << 21

  /// Takes rows in file order.
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

  /// Takes the canonical text for a file with `tables` tables; nil if it is malformed.
  package init?(text: String, tables: Int) {
    var rows: [Int: Int] = [:]
    for text in text.split(separator: " ") {
      guard let run = Run(text), run.first.source.table < tables else { return nil }
      let sum = rows[run.first.source.table, default: 0] + run.count
      if sum > Self.mostOfTable { return nil }
      rows[run.first.source.table] = sum
    }
    self.text = text
  }

  /// The rows in file order.
  package var rows: [Row] {
    text.split(separator: " ").compactMap { Run($0) }.flatMap(\.rows)
  }

  /// The number of rows that a person must decide, and of rows that could not be imported.
  package var held: (review: Int, rejected: Int) {
    text.split(separator: " ").compactMap { Run($0) }.reduce(into: (0, 0)) { sum, run in
      switch run.first.outcome {
      case .review: sum.0 += run.count
      case .rejected: sum.1 += run.count
      case .unchanged: break
      }
    }
  }

  /// The index by project of the rows without changes.
  package var repeated: UnchangedRows {
    UnchangedRows(
      text.split(separator: " ").compactMap { Run($0) }.compactMap { run in
        guard case .unchanged(let project) = run.first.outcome else { return nil }
        return UnchangedRows.Run(project: project, count: run.count, row: run.first.source)
      })
  }

  /// The projects of the rows without changes.
  package var projects: [ProjectID] {
    rows.compactMap { row in
      if case .unchanged(let project) = row.outcome { project } else { nil }
    }
  }
}

/// Consecutive rows with the same outcome.
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
    func number(_ text: Substring, from least: Int) -> Int? {
      Int(text).flatMap { (least...RowOutcomes.most).contains($0) ? $0 : nil }
    }
    guard let colon = text.firstIndex(of: ":"), let table = number(text[..<colon], from: 0),
      let mark = text.firstIndex(where: { "=?!".contains($0) }), mark > colon,
      let row = number(text[text.index(after: colon)..<mark], from: 0)
    else { return nil }
    let rest = text[text.index(after: mark)...].split(
      separator: "x", omittingEmptySubsequences: false)
    guard rest.count <= 2, let count = rest.count == 2 ? number(rest[1], from: 1) : 1 else {
      return nil
    }
    let outcome: RowOutcomes.Outcome
    switch text[mark] {
    case "=":
      guard let project = number(rest[0], from: 1) else { return nil }
      outcome = .unchanged(ProjectID(project))
    case "?": outcome = .review
    default: outcome = .rejected
    }
    first = RowOutcomes.Row(source: SourceRow(table: table, number: row), outcome: outcome)
    self.count = count
  }
}
