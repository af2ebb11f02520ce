import Intake
import Ledger
import Matching
import Spreadsheet
import SpreadsheetWriting
package import Wording

/// The questions about a list as a file to fill in and pass to `import --decide`.
package struct AsksFile: Sendable {
  private let prepared: PreparedImport
  private let asks: ListAsks

  package init(_ prepared: PreparedImport) {
    self.prepared = prepared
    asks = ListAsks(prepared.plan)
  }

  /// Whether there are no questions.
  package var isEmpty: Bool { asks.isEmpty }

  /// YAML with blank answers and the candidates as comments. `hints` words how to submit the file.
  package func text(_ hints: HintWords) -> String {
    var lines = AsksWords.head(giveBack: hints(.act(.giveBackAnswers))).map { "# " + $0 }
    lines.append("sender: \(YAMLText.quoted(prepared.plan.sender))")
    if !asks.rows.isEmpty { lines.append("# " + AsksWords.rows) }
    if !(asks.words.isEmpty && asks.rows.isEmpty) { lines.append("decisions:") }
    lines += asks.words.flatMap(Self.lines) + asks.rows.flatMap(Self.lines)
    if !asks.columns.isEmpty { lines += ["headers:"] + asks.columns.flatMap(Self.lines) }
    if !asks.conflicts.isEmpty {
      lines.append("# " + AsksWords.conflicts)
      lines += ["conflicts:"] + asks.conflicts.flatMap(self.lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ row: PlannedRow) -> [String] {
    [
      "- kind: project",
      "  value: \(YAMLText.quoted(ListAsks.call(of: row)))",
      "  canonical:  # "
        + YAMLText.comment(
          AsksWords.row(
            row.row.number, row.row.text(.name) ?? "", maybe: row.known.map { ($0.id, $0.name) })),
    ]
  }

  private static func lines(_ ask: ValueAsk) -> [String] {
    [
      "- kind: \(ask.subject.rawValue)", "  value: \(YAMLText.quoted(ask.text))",
      "  canonical:  # " + YAMLText.comment(AsksWords.ask(ask)),
    ] + (ask.subject.takesNewItems ? ["  new:"] : [])
  }

  private static func lines(_ column: UnknownColumn) -> [String] {
    [
      "- path: \(YAMLText.quoted(ListAsks.path(of: column)))",
      "  field:  # " + YAMLText.comment(AsksWords.column(column)),
    ]
  }

  private func lines(_ row: PlannedRow, _ conflict: PlannedRow.Conflict) -> [String] {
    func text(_ value: Value?) -> String? {
      value.map { ProjectJSON.value($0, field: conflict.key.field, prepared.catalogue).text }
    }
    return [
      "- project: \(row.known?.id ?? 0)  # \(YAMLText.comment(row.known?.name ?? ""))",
      "  field: \(conflict.key.text)  # "
        + YAMLText.comment(
          AsksWords.conflict(
            conflict.key.field, base: text(conflict.base), ledger: text(conflict.ledger),
            list: text(conflict.list))),
      "  resolution:",
    ]
  }
}

extension LedgerOperations {
  /// Writes the questions to a file, atomically.
  package func write(_ asks: AsksFile, to path: String) throws {
    let file = try TextWriter(path: output(path))
    try file.write(asks.text(hints))
    try file.finish()
  }
}
