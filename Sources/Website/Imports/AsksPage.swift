import Foundation
import Intake
import Ledger
import Matching
import Operations
import Storage
import Wording

/// 认定: the questions about a list before its plan: unknown words, unknown columns, and rows that may be existing
/// projects.
enum AsksPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    guard case .planned(let plan) = try ImportStage(draft, context) else {
      return .seeOther(.draft(draft.number))
    }
    let prepared = plan.prepared
    let asks = ListAsks(prepared.plan)
    let open = asks.words.count + asks.columns.count + asks.rows.count
    let needsSender = prepared.plan.sender.isEmpty && open > 0
    return try context.page(
      Page(
        "asks", title: draft.name, in: .imports,
        DraftHead(plan.draft, at: .asks, open: open, context).view.merging(
          View([
            "nothingOpen": open == 0, "answer": Address.draft(draft.number, "asks"),
            "planHref": Address.draft(draft.number, "plan"),
            "layoutHref": Address.draft(draft.number, "layout"),
            "layouts": LayoutWords(prepared).views,
            "needsSender": needsSender,
            "likely": (prepared.likelySenders + [prepared.proposedSender].compactMap { $0 }).map {
              View(["name": $0])
            },
            "words": asks.words.enumerated().map { word($1, $0, prepared) },
            "wordCount": asks.words.isEmpty ? nil : asks.words.count,
            "columns": asks.columns.enumerated().map { column($1, $0) },
            "columnCount": asks.columns.isEmpty ? nil : asks.columns.count, "fields": fieldNames(),
            "pairs": try asks.rows.enumerated().map { try pair($1, $0, prepared, context) },
            "pairCount": asks.rows.isEmpty ? nil : asks.rows.count,
          ])
        ).merging(AnsweredWords.view(plan.draft, prepared.catalogue))))
  }

  private static func word(_ ask: ValueAsk, _ number: Int, _ prepared: PreparedImport) -> View {
    let items = ask.subject.kinds.flatMap { prepared.catalogue.items(of: $0) }
    let isAddable = ask.subject == .chain || ask.subject == .unit
    return View([
      "number": number, "subject": ask.subject.rawValue, "subjectWords": ask.subject.words,
      "text": ask.text, "fields": ask.fields.map(\.label).joined(separator: "、"),
      "count": ask.places.count,
      "cells": ask.places.prefix(8).map {
        $0.sheet.isEmpty ? $0.cell : "\($0.sheet)!\($0.cell)"
      }.joined(separator: "、") + (ask.places.count > 8 ? " …" : ""),
      "nearest": ask.nearest.map { View(["name": $0]) }, "isAddable": isAddable,
      "names": items.prefix(400).map { View(["name": $0.name]) },
    ])
  }

  private static func column(_ column: UnknownColumn, _ number: Int) -> View {
    View([
      "number": number, "path": ListAsks.path(of: column), "letters": column.letters,
      "samples": column.samples.isEmpty ? nil : column.samples.joined(separator: "、"),
      "nearest": column.nearest.map { View(["field": $0.id, "name": $0.label]) },
    ])
  }

  private static func fieldNames() -> [View] {
    Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }.map {
      View(["field": $0.id, "name": $0.label])
    }
  }

  private static let telling: [Field] = [
    .name, .code, .owner, .investor, .district, .zone, .totalInvestment, .stage,
  ]

  /// Compares a row with the projects that it may be, field by field.
  private static func pair(
    _ row: PlannedRow, _ number: Int, _ prepared: PreparedImport, _ context: PageContext
  ) throws -> View {
    let ids: [ProjectID] =
      if case .several(let ids) = row.match { ids } else { [row.match.project].compactMap { $0 } }
    let projects = try context.operations.reading { store, _ in try store.projects(ids) }
    func text(_ value: Value?, _ field: Field) -> String {
      value.map { ValueWords.text($0, field: field, prepared.catalogue) } ?? ""
    }
    return View([
      "number": number, "call": ListAsks.call(of: row),
      "row": row.source.number, "rowName": row.row.text(.name) ?? "", "why": row.reviewWords,
      "projects": ids.prefix(6).map { id in
        View([
          "id": String(id), "name": projects[id]?.record.text(.name) ?? "",
          "href": Address.project(id),
        ])
      },
      "sides": telling.compactMap { field -> View? in
        let said = text(row.row[field], field)
        let held = ids.prefix(6).map { text(projects[$0]?.record[field], field) }
        if said.isEmpty && held.allSatisfy(\.isEmpty) { return nil }
        return View([
          "label": field.label, "said": said,
          "held": held.map { View(["text": $0, "differs": $0 != said]) },
        ])
      },
    ])
  }

  /// Stores the answers; questions left blank remain open.
  static func answer(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let form = AnswerForm(context.form)
    if !form.faults.isEmpty { throw Failure.refused(form.faults) }
    let sender = context.form["sender"]?.trimmingCharacters(in: .whitespaces)
    if case .planned(let plan)? = context.site.imports.job(on: draft.number)?.outcome,
      plan.prepared.plan.sender.isEmpty, sender ?? "" == "", !form.words.isEmpty
    {
      throw Failure.refused([FieldFault(field: "sender", sentence: "写明是谁报的，认定才记得住")])
    }
    do {
      try context.importing.answer(draft: draft.number, words: form.words, sender: sender)
    } catch let faults as DecisionFaults {
      throw Failure.refused(faults) { form.fields[$0] }
    }
    try context.site.imports.plan(draft.number, at: context.importing)
    context.site.imports.wait(for: draft.number, milliseconds: 300)
    return .seeOther(.draft(draft.number, "plan"))
  }

  /// Removes all answers about the list, or a single one.
  static func forget(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let one = context.form["answer"]
    try context.importing.alter(draft: draft.number) { draft in
      draft.answers = one.map { draft.answers.forgetting($0) } ?? DecisionFile()
    }
    try context.site.imports.plan(draft.number, at: context.importing)
    context.site.imports.wait(for: draft.number, milliseconds: 300)
    return .seeOther(.draft(draft.number, "asks"))
  }
}

/// A description of each recognized table of a list.
struct LayoutWords {
  let views: [View]

  init(_ prepared: PreparedImport) {
    views = prepared.plan.list.sheets.flatMap { sheet -> [View] in
      if !sheet.isVisible {
        return [Self.view("工作表“\(sheet.name)”隐藏，没有读", [])]
      }
      if sheet.tables.isEmpty {
        return sheet.name.isEmpty ? [] : [Self.view("工作表“\(sheet.name)”没有项目清单，没有读", [])]
      }
      return sheet.tables.map { table in
        let layout = table.layout
        let name = layout.sheet.isEmpty ? "清单" : "工作表“\(layout.sheet)”"
        let rows = layout.headerRows.map(String.init).joined(separator: "、")
        let head =
          layout.form == nil
          ? "\(name)：表头第 \(rows) 行，认出 \(layout.mapped.count) 列，\(table.rows.count) 行项目"
          : "\(name)：一个项目的申报表"
        let alike = prepared.recipe.map { recipe in
          table.differences.isEmpty
            ? ["与以前的版式（\(recipe.file)）相同"]
            : table.differences.map { $0.words(prepared.catalogue) }
        }
        return Self.view(head, alike ?? [])
      }
    }
  }

  private static func view(_ head: String, _ lines: [String]) -> View {
    View(["head": head, "lines": lines.map { View(["line": $0]) }])
  }
}
