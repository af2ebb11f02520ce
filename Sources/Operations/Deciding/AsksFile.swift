import Intake
import Ledger
import Spreadsheet
import SpreadsheetWriting
package import Wording

/// What a person is asked about a list, as a file to fill in and to give back (`import --decide`).
package struct AsksFile: Sendable {
  private let prepared: PreparedImport

  package init(_ prepared: PreparedImport) { self.prepared = prepared }

  /// Whether there is nothing to ask.
  package var isEmpty: Bool {
    words.isEmpty && rows.isEmpty && columns.isEmpty && conflicts.isEmpty
  }

  /// YAML whose answers are blank; what may be meant stands behind them as comments. The skin words how the file is given
  /// back.
  package func text(_ hints: HintWords) -> String {
    var lines = AsksWords.head(giveBack: hints(.act(.giveBackAnswers))).map { "# " + $0 }
    lines.append("sender: \(YAMLText.quoted(prepared.plan.sender))")
    if !rows.isEmpty { lines.append("# " + AsksWords.rows) }
    if !(words.isEmpty && rows.isEmpty) { lines.append("decisions:") }
    lines += words.flatMap(Self.lines) + rows.flatMap(Self.lines)
    if !columns.isEmpty { lines += ["headers:"] + columns.flatMap(Self.lines) }
    if !conflicts.isEmpty {
      lines.append("# " + AsksWords.conflicts)
      lines += ["conflicts:"] + conflicts.flatMap(self.lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var words: [ValueAsk] { prepared.plan.list.asks }

  /// The rows that a person has to say something about.
  private var rows: [PlannedRow] {
    prepared.plan.rows(.review).filter { row in
      if case .possibly = row.match {
        true
      } else if case .several = row.match {
        true
      } else {
        false
      }
    }
  }

  private static func lines(_ row: PlannedRow) -> [String] {
    [
      "- kind: project",
      "  value: \(YAMLText.quoted(row.row.text(.code) ?? row.row.text(.name) ?? ""))",
      "  canonical:  # "
        + YAMLText.comment(
          AsksWords.row(
            row.row.number, row.row.text(.name) ?? "", maybe: row.known.map { ($0.id, $0.name) })),
    ]
  }

  private var columns: [UnknownColumn] {
    prepared.plan.list.tables.flatMap(\.unknownColumns).filter { !$0.header.isEmpty }
  }

  private var conflicts: [(row: PlannedRow, conflict: PlannedRow.Conflict)] {
    prepared.plan.differing.flatMap { row in
      row.conflicts.filter { $0.settlement == nil }.map { (row, $0) }
    }
  }

  private static func lines(_ ask: ValueAsk) -> [String] {
    [
      "- kind: \(ask.subject.rawValue)", "  value: \(YAMLText.quoted(ask.text))",
      "  canonical:  # " + YAMLText.comment(AsksWords.ask(ask)),
    ]
  }

  private static func lines(_ column: UnknownColumn) -> [String] {
    [
      "- path: \(YAMLText.quoted(column.header.joined(separator: "/")))",
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

extension LedgerDesk {
  /// Writes what a person is asked, whole or not at all.
  package func write(_ asks: AsksFile, to path: String) throws {
    let file = try TextWriter(path: output(path))
    try file.write(asks.text(hints))
    try file.finish()
  }
}
