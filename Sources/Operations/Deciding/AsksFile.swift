import Intake
import Ledger
import Spreadsheet

/// What a person is asked about a list, as a file to fill in and to give back (`import --decide`).
package struct AsksFile: Sendable {
  private let prepared: PreparedImport

  package init(_ prepared: PreparedImport) { self.prepared = prepared }

  /// Whether there is nothing to ask.
  package var isEmpty: Bool {
    words.isEmpty && rows.isEmpty && columns.isEmpty && conflicts.isEmpty
  }

  /// YAML whose answers are blank; what may be meant stands behind them as comments.
  package var text: String {
    var lines = [
      "# 填好后：taizhang import 清单 --decide 本文件。留空的不认定，下次再问。",
      "# canonical 写目录里的名称，或 ignore（忽略）；目录里没有的单位、产业链用 new: 名称 新增。",
      "sender: \(YAMLText.quoted(prepared.plan.sender))",
    ]
    if !rows.isEmpty { lines.append("# 待核的行：canonical 写台账里的项目编号，或 新项目。") }
    if !(words.isEmpty && rows.isEmpty) { lines.append("decisions:") }
    lines += words.flatMap(Self.lines) + rows.flatMap(Self.lines)
    if !columns.isEmpty { lines += ["headers:"] + columns.flatMap(Self.lines) }
    if !conflicts.isEmpty {
      lines.append("# resolution 写 list（采用清单）、hand（保留台账），或另写一个值。")
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
    let maybe = row.known.map { "可能是 \($0.id)「\($0.name)」" } ?? "台账里有几个同名项目"
    return [
      "- kind: project",
      "  value: \(YAMLText.quoted(row.row.text(.code) ?? row.row.text(.name) ?? ""))",
      "  canonical:  # "
        + YAMLText.comment("第 \(row.row.number) 行\(row.row.text(.name) ?? "")：\(maybe)"),
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
    let fields = ask.fields.map(\.label).joined(separator: "、")
    let nearest = ask.nearest.isEmpty ? "" : "；是否 \(ask.nearest.joined(separator: "、"))"
    return [
      "- kind: \(ask.subject.rawValue)", "  value: \(YAMLText.quoted(ask.text))",
      "  canonical:  # " + YAMLText.comment("\(fields) \(ask.places.count) 处\(nearest)"),
    ]
  }

  private static func lines(_ column: UnknownColumn) -> [String] {
    let samples = column.samples.joined(separator: "、")
    let nearest = column.nearest.map { "\($0.id)（\($0.label)）" }.joined(separator: "、")
    return [
      "- path: \(YAMLText.quoted(column.header.joined(separator: "/")))",
      "  field:  # "
        + YAMLText.comment(
          "\(column.letters) 列，如 \(samples)\(nearest.isEmpty ? "" : "；是否 \(nearest)")"),
    ]
  }

  private func lines(_ row: PlannedRow, _ conflict: PlannedRow.Conflict) -> [String] {
    func words(_ value: Value?) -> String {
      let json = value.map {
        ProjectJSON.value($0, field: conflict.key.field, prepared.catalogue).text
      }
      return json ?? "（空）"
    }
    return [
      "- project: \(row.known?.id ?? 0)  # \(YAMLText.comment(row.known?.name ?? ""))",
      "  field: \(conflict.key.text)  # "
        + YAMLText.comment(
          "\(conflict.key.field.label)：原报 \(words(conflict.base))，"
            + "台账 \(words(conflict.ledger))，清单 \(words(conflict.list))"),
      "  resolution:",
    ]
  }
}

extension LedgerDesk {
  /// Writes what a person is asked, whole or not at all.
  package func write(_ asks: AsksFile, to path: String) throws {
    let file = try TextWriter(path: output(path))
    try file.write(asks.text)
    try file.finish()
  }
}
