import Foundation
import Glibc
import Intake
import Ledger
import Spreadsheet

/// What a person is asked about a list, as a file to fill in and to give back (`import --decide`).
package struct AsksFile: Sendable {
  private let prepared: PreparedImport

  package init(_ prepared: PreparedImport) { self.prepared = prepared }

  /// Whether there is nothing to ask.
  package var isEmpty: Bool { words.isEmpty && columns.isEmpty && conflicts.isEmpty }

  /// YAML whose answers are blank; what may be meant stands behind them as comments.
  package var text: String {
    var lines = [
      "# 填好后：taizhang import 清单 --decide 本文件。留空的不认定，下次再问。",
      "# canonical 写目录里的名称，或 ignore（忽略）；目录里没有的单位、产业链用 new: 名称 新增。",
      "sender: \(Self.quoted(prepared.plan.sender))",
    ]
    if !words.isEmpty { lines += ["decisions:"] + words.flatMap(Self.lines) }
    if !columns.isEmpty { lines += ["headers:"] + columns.flatMap(Self.lines) }
    if !conflicts.isEmpty {
      lines.append("# resolution 写 list（采用清单）、hand（保留台账），或另写一个值。")
      lines += ["conflicts:"] + conflicts.flatMap(self.lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the file whole, or not at all.
  package func write(to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw WriteError.notWritable(path, errno: errno)
    }
  }

  private var words: [ValueAsk] { prepared.plan.list.asks }

  private var columns: [UnknownColumn] {
    prepared.plan.list.tables.flatMap(\.unknownColumns).filter { !$0.header.isEmpty }
  }

  private var conflicts: [(row: PlannedRow, conflict: PlannedRow.Conflict)] {
    prepared.plan.rows.flatMap { row in
      row.conflicts.filter { $0.settlement == nil }.map { (row, $0) }
    }
  }

  private static func lines(_ ask: ValueAsk) -> [String] {
    let fields = ask.fields.map(\.label).joined(separator: "、")
    let nearest = ask.nearest.isEmpty ? "" : "；是否 \(ask.nearest.joined(separator: "、"))"
    return [
      "- kind: \(ask.subject.rawValue)", "  value: \(quoted(ask.text))",
      "  canonical:  # \(fields) \(ask.places.count) 处\(nearest)",
    ]
  }

  private static func lines(_ column: UnknownColumn) -> [String] {
    let samples = column.samples.joined(separator: "、").filter { !$0.isNewline }
    let nearest = column.nearest.map { "\($0.id)（\($0.label)）" }.joined(separator: "、")
    return [
      "- path: \(quoted(column.header.joined(separator: "/")))",
      "  field:  # \(column.letters) 列，如 \(samples)\(nearest.isEmpty ? "" : "；是否 \(nearest)")",
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
      "- project: \(row.known?.id ?? 0)  # \(row.known?.name ?? "")",
      "  field: \(conflict.key.text)  # \(conflict.key.field.label)：原报 \(words(conflict.base))，"
        + "台账 \(words(conflict.ledger))，清单 \(words(conflict.list))",
      "  resolution:",
    ]
  }

  /// A text as YAML reads it back, whatever it holds.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
