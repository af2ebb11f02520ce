import Intake
import Ledger
import Matching

extension EntryNotes {
  /// The notes of an import: everything its plan reported that no change holds.
  init(_ prepared: PreparedImport) {
    self.init()
    let plan = prepared.plan
    set(prepared.held.rows)
    set(prepared.held.settled)
    set(plan.list.asks.map(UnresolvedTerm.init))
    set(plan.list.tables.flatMap(\.unreadColumns))
    set(plan.differing.flatMap(\.openConflicts))
    set(plan.differing.flatMap(\.overruled))
    set(plan.differing.flatMap(\.notedAsides))
    set(plan.list.findings)
    set(plan.notInFile.map { MissingProject(project: $0.id, name: $0.name) })
    set(plan.list.sheets.flatMap(\.unread))
    set(
      plan.list.tables.flatMap { table in
        table.differences.map { LayoutNote(sheet: table.layout.sheet, difference: $0.note) }
      })
    set(
      plan.list.tables.indices
        .filter { plan.list.tables[$0].isReturned }
        .map(RoundTrippedTable.init))
  }
}

extension ParsedTable {
  /// Whether the ledger exported it as a 核对表.
  fileprivate var isReturned: Bool { layout.mapped.contains { $0.meaning == .mark } }
}

extension Intake.ProjectList {
  /// Whether all of its tables were exported by the ledger.
  var isReturned: Bool { !tables.isEmpty && tables.allSatisfy(\.isReturned) }
}

extension UnresolvedTerm {
  fileprivate init(_ ask: ValueAsk) {
    self.init(
      subject: ask.subject, text: ask.text, fields: ask.fields,
      cells: ask.places.map { $0.sheet.isEmpty ? $0.cell : $0.sheet + "!" + $0.cell },
      nearest: ask.nearest)
  }
}

extension PlannedRow {
  /// The notes on values that were resolved without a question.
  fileprivate var notedAsides: [Ledger.Aside] {
    guard let project = known?.id else { return [] }
    return asides.map { aside in
      Ledger.Aside(
        source: source, project: project, key: aside.key, reason: aside.reason, list: aside.list,
        ledger: aside.ledger, senders: aside.senders, month: aside.month)
    }
  }

  /// The conflicts without a settlement.
  fileprivate var openConflicts: [OpenConflict] {
    guard let project = known?.id else { return [] }
    return conflicts.filter { $0.settlement == nil }.map { conflict in
      OpenConflict(
        source: source, project: project, key: conflict.key, base: conflict.base,
        ledger: conflict.ledger, list: conflict.list,
        raw: row.values.first { $0.key == conflict.key }?.raw, senders: conflict.senders)
    }
  }
}

extension ParsedTable {
  /// The columns, or the labels of a form, that were not read.
  fileprivate var unreadColumns: [UnreadColumn] {
    if let form = layout.form {
      return form.entries.filter { $0.meaning == .unmapped }.map {
        UnreadColumn(sheet: layout.sheet, letters: $0.cell, header: [$0.words], isAsked: false)
      }
    }
    let asked = Set(unknownColumns.map(\.index))
    let left = layout.columns.filter { $0.meaning == .unmapped && !asked.contains($0.index) }
    return unknownColumns.map {
      UnreadColumn(
        sheet: layout.sheet, letters: $0.letters, header: $0.header, isAsked: !$0.header.isEmpty,
        samples: $0.samples, nearest: $0.nearest)
    }
      + left.map {
        UnreadColumn(sheet: layout.sheet, letters: $0.letters, header: $0.path, isAsked: false)
      }
  }
}

extension ListSheet {
  /// The rows that are not projects, or the whole sheet if it was not read.
  fileprivate var unread: [UnreadRows] {
    if !isVisible { return [UnreadRows(sheet: name, what: "sheet.hidden", rows: [])] }
    if tables.isEmpty { return [UnreadRows(sheet: name, what: "sheet.other", rows: [])] }
    return tables.flatMap { table in
      var rows: [RowKind: [Int]] = [:]
      for (row, kind) in table.layout.rowKinds.all where kind != .project && kind != .form {
        rows[kind, default: []].append(row)
      }
      return rows.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, rows in
        UnreadRows(sheet: table.layout.sheet, what: kind.rawValue, numbers: rows)
      }
    }
  }
}
