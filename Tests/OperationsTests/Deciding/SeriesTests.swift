import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// One sender's lists of three months, with hand edits in between: counts, changes, conflicts and
/// questions are what they must be, and nothing is asked twice.
@Suite struct SeriesTests {
  let series: Series
  let scratch: ScratchLedger
  private var ledger: SeriesLedger { SeriesLedger(series: series, scratch: scratch) }

  init() throws {
    series = try Series()
    scratch = try ScratchLedger()
  }

  @Test func `三个月的清单：计数、变动、冲突、要问的都如预期`() throws {
    var ids: [String: ProjectID] = [:]
    for month in series.months {
      try expectAsks(month)
      let open = try ledger.prepare(month, decisions: series.decisions(month))
      #expect(open.plan.list.asks.isEmpty)
      try expectPlan(open, month, ids)
      let settled = try ledger.prepare(
        month, decisions: series.decisions(month) + resolutions(month, ids))
      #expect(settled.plan.rows.flatMap(\.conflicts).allSatisfy { $0.settlement != nil })
      _ = try scratch.operations.commit(settled)
      let again = try ledger.prepare(month, decisions: nil)
      #expect(!again.hasEffect)
      for row in again.plan.rows {
        ids[series.project(month, row: row.row.number)] = row.known?.id
      }
      for edit in series.edits where edit["after"] as? String == month.name {
        try apply(edit, ids)
      }
      #expect(try scratch.operations.verify().isEmpty)
    }
  }

  @Test func `每行读出的值与记录一致`() throws {
    for month in series.months {
      let prepared = try ledger.prepare(month, decisions: series.decisions(month))
      let fields = try #require(series.fields[month.name])
      for row in prepared.plan.rows {
        let read = JSON.object(
          ProjectJSON.members(of: row.row.record, prepared.catalogue)
        ).text
        let expected = try JSONSerialization.data(
          withJSONObject: fields[row.row.number] ?? [:], options: .sortedKeys)
        let found = try JSONSerialization.data(
          withJSONObject: JSONSerialization.jsonObject(with: Data(read.utf8)),
          options: .sortedKeys)
        #expect(
          String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
      }
      _ = try scratch.operations.commit(prepared)
    }
  }

  @Test func `撤销导入之后认定还在`() throws {
    let march = series.months[0]
    _ = try scratch.operations.commit(ledger.prepare(march, decisions: series.decisions(march)))
    let entries = try scratch.operations.entries(limit: 9)
    #expect(entries.map(\.kind) == [.import, .decide, .setup])
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entries[0].number), reason: nil)
    #expect(try scratch.snapshot().isEmpty)
    #expect(try ledger.prepare(march, decisions: nil).plan.list.asks.isEmpty)
  }

  // MARK: What is compared

  private func expectAsks(_ month: Series.Month) throws {
    let asks = try ledger.prepare(month, decisions: nil).plan.list.asks
    let found = asks.map {
      "\($0.subject.rawValue) \($0.text) \($0.fields.map(\.id)) \($0.places.count)"
    }
    let expected = month.items("ask_values").map {
      "\($0["kind"] ?? "") \($0["value"] ?? "") \($0["fields"] as? [String] ?? []) \($0["rows"] ?? "")"
    }
    // A word that our catalogue knows by now needs no asking: it must mean what was decided.
    #expect(Set(found).isSubset(of: expected))
    let asked = Set(asks.map(\.text))
    let catalogue = try scratch.operations.catalogue()
    for word in try DecisionFile(yaml: series.decisions(month).utf8).words
    where !asked.contains(word.text) {
      guard case .known(let name) = word.answer, let kind = word.subject.kinds.first,
        case .item(let code) = catalogue.resolve(kind, word.text)
      else {
        Issue.record("not asked: \(word.text)")
        continue
      }
      #expect(catalogue.name(of: kind, code) == name)
    }
    let never = Set(month.items("must_not_ask_again").compactMap { $0["value"] as? String })
    #expect(never.isDisjoint(with: asks.map(\.text)))
  }

  private func expectPlan(
    _ prepared: PreparedImport, _ month: Series.Month, _ ids: [String: ProjectID]
  ) throws {
    let plan = prepared.plan
    let changed = plan.rows.filter { $0.action == .changed }
    let onlyFigures = changed.filter { row in
      row.conflicts.isEmpty && row.changes.allSatisfy { [.done, .funds].contains($0.key.field) }
    }
    #expect(plan.rows.count == month.content["rows"] as? Int)
    #expect(plan.count(.new) == month.count("new"))
    #expect(changed.count == month.count("changed"))
    #expect(onlyFigures.count == month.count("changed_only_by_period_figures"))
    #expect(plan.count(.unchanged) == month.count("unchanged"))
    // The series was written before a project that a list renames kept its former name.
    func changes(_ row: PlannedRow) -> [FieldChange] {
      row.changes.filter { $0.key.field != .otherNames }
    }
    #expect(changed.flatMap(changes).count == month.count("changed_fields"))
    #expect(
      changed.filter { changes($0).count < $0.changes.count }.allSatisfy { row in
        row.changes.contains { $0.key.field == .name }
      })
    #expect(
      lines(plan, month) { row in changes(row).map { ledger.words($0, prepared) } }
        == month.items("changed").map { item in
          let key = [item["field"], item["period"]].compactMap { $0 as? String }
          return "\(item["project"] ?? "") \(key.joined(separator: ".")) "
            + "\(ledger.words(item["old"])) → \(ledger.words(item["new"]))"
        }.sorted())
    #expect(lines(plan, month) { row in row.conflicts.map(\.key.text) } == keys(month, "conflicts"))
    #expect(lines(plan, month) { row in row.kept.map(\.text) } == keys(month, "kept"))
    #expect(lines(plan, month) { row in row.agreed.map(\.text) } == keys(month, "agreed"))
    let missing = Set(plan.notInFile.map(\.id))
    let absent = month.items("not_in_file").compactMap { $0["project"] as? String }
    #expect(missing == Set(absent.compactMap { ids[$0] }))
    #expect(missing.count == absent.count)
    for returned in month.items("returned").compactMap({ $0["project"] as? String }) {
      #expect(plan.rows.contains { $0.known?.id == ids[returned] && $0.action != .new })
    }
  }

  private func lines(
    _ plan: ImportPlan, _ month: Series.Month, _ words: (PlannedRow) -> [String]
  ) -> [String] {
    plan.rows.flatMap { row in
      words(row).map { "\(series.project(month, row: row.row.number)) \($0)" }
    }.sorted()
  }

  private func keys(_ month: Series.Month, _ list: String) -> [String] {
    month.items(list).map { "\($0["project"] ?? "") \($0["field"] ?? "")" }.sorted()
  }

  // MARK: What a person does

  /// What a person chooses for the conflicts of a month.
  private func resolutions(_ month: Series.Month, _ ids: [String: ProjectID]) -> String {
    let lines = series.edits.compactMap { edit -> String? in
      guard (edit["expect"] as? [String: String])?[month.name] == "conflict",
        let project = (edit["project"] as? String).flatMap({ ids[$0] }),
        let field = edit["field"], let resolution = edit["resolution"]
      else { return nil }
      return "\n- project: \(project)\n  field: \(field)\n  resolution: \(resolution)"
    }
    return lines.isEmpty ? "" : "\nconflicts:" + lines.joined()
  }

  private func apply(_ edit: [String: Any], _ ids: [String: ProjectID]) throws {
    let project = try #require((edit["project"] as? String).flatMap { ids[$0] })
    let field = try #require(edit["field"] as? String)
    let value = try #require(edit["value"] as? String)
    _ = try scratch.operations.edit(
      String(project), [Assignment(field: field, text: value)], reason: "现场核实")
  }
}

/// The series in a ledger.
private struct SeriesLedger {
  let series: Series
  let scratch: ScratchLedger

  func prepare(_ month: Series.Month, decisions: String?) throws -> PreparedImport {
    let file = try ReceivedFile(path: Series.folder.appending(path: month.file).path)
    return try scratch.operations.prepare(
      file,
      ImportOptions(year: 2026, decisions: decisions.map { try DecisionFile(yaml: $0.utf8) }))
  }

  func words(_ change: FieldChange, _ prepared: PreparedImport) -> String {
    func side(_ value: Value?) -> String {
      words(
        value.flatMap {
          let text = ProjectJSON.value($0, field: change.key.field, prepared.catalogue).text
          return try? JSONSerialization.jsonObject(
            with: Data(text.utf8), options: .fragmentsAllowed)
        })
    }
    return "\(change.key.text) \(side(change.before)) → \(side(change.after))"
  }

  func words(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let texts as [String]: texts.joined(separator: "、")
    default: "无"
    }
  }
}
