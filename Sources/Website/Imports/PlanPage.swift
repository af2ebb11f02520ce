import Foundation
import Intake
import Ledger
import Matching
import Operations
import Wording

/// 预览: what a list would change, row by row. All numbers on the page are from one plan.
enum PlanPage {
  private static let mostCells = 500

  static func show(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    guard case .planned(let plan) = try ImportStage(draft, context) else {
      return .seeOther(.draft(draft.number))
    }
    let prepared = plan.prepared
    let rows = PlanRows(prepared, context.query)
    try Contacts.note(rows.shown.flatMap(\.keys), prepared.catalogue, context)
    let asks = ListAsks(prepared.plan)
    let head = DraftHead(
      plan.draft, at: .plan, open: asks.words.count + asks.columns.count + asks.rows.count, context)
    return try context.page(
      Page(
        "plan", title: draft.name, in: .imports,
        head.view.merging(summary(prepared, context)).merging(table(rows, context, draft.number))
          .merging(writing(plan, context)).merging(
            View([
              "stale": plan.moved.map { StalePlan.view($0, draft.number) },
              "asksHref": Address.draft(draft.number, "asks"),
              "conflictsAct": Address.draft(draft.number, "conflicts"),
              "isChosen": context.query["chosen"] != nil,
              "annotated": Address.draft(draft.number, "annotated.xlsx"),
              "annotatedRows": prepared.annotatedRows,
              "hasOpinions": prepared.annotatedRows > 0,
            ]))))
  }

  /// What was recognized, and the notes about the list as a whole.
  private static func summary(_ prepared: PreparedImport, _ context: PageContext) -> View {
    let plan = prepared.plan
    let groups = FindingGroup.groups(of: plan.list.findings)
    let errors = plan.list.findings.count { $0.severity == .error }
    return View([
      "findingCount": plan.list.findings.count, "errorCount": errors,
      "hasFindings": !groups.isEmpty,
      "older": plan.voice.olderThan.map { newest in
        "该单位已报到 \(newest.text)，这份清单是更早的月份：已有的值一律不改，只补台账还没有的"
      },
      "unnamed": prepared.proposedSender.map {
        "清单没有写明报送单位，暂按文件名“\($0)”区分"
      },
      "likely": prepared.likelySenders.isEmpty
        ? nil : "版式与 \(prepared.likelySenders.joined(separator: "、")) 报过的一样",
      "missing": plan.notInFile.isEmpty
        ? nil
        : "该单位以前报过、这次没有的 \(plan.notInFile.count) 项，保留不动："
          + plan.notInFile.prefix(5).map(\.name).joined(separator: "、")
          + (plan.notInFile.count > 5 ? " 等" : ""),
      "groups": groups.enumerated().map { number, group in
        View([
          "isError": group.severity == .error, "sentence": group.sentence(prepared.catalogue),
          "count": group.findings.count,
          "suggestion": group.suggestion(prepared.catalogue).isEmpty
            ? nil : group.suggestion(prepared.catalogue),
          "cells": cells(of: group),
          "href": Address(
            path: context.request.path, query: ["tab": "all", "finding": String(number)]),
        ])
      },
    ])
  }

  /// The cells of a group, up to `mostCells`, and the total if there are more.
  private static func cells(of group: FindingGroup) -> String {
    let cells = group.findings.prefix(mostCells).map { finding in
      finding.sheet.isEmpty ? finding.cell : "\(finding.sheet)!\(finding.cell)"
    }
    let more = group.findings.count - cells.count
    return cells.joined(separator: "、") + (more > 0 ? " 等 \(group.findings.count) 处" : "")
  }

  private static func table(_ rows: PlanRows, _ context: PageContext, _ draft: Int) -> View {
    func address(_ query: Query) -> Address { Address(path: context.request.path, query: query) }
    let kept = context.query.only(["tab", "q", "finding"])
    return View([
      "tabs": rows.tabs.map { tab in
        View([
          "label": tab.words, "count": rows.count(tab), "current": tab == rows.tab,
          "href": address(["tab": tab.rawValue]), "isEmpty": rows.count(tab) == 0,
        ])
      },
      "tab": rows.tab.rawValue, "q": context.query["q"] ?? "",
      "filtered": rows.isFiltered ? address(["tab": rows.tab.rawValue]) : nil,
      "shown": rows.shown.count, "matching": rows.matching.count,
      "table": PlanTable(rows, draft).markup,
      "hasConflicts": rows.shown.contains { row in !row.conflicts.isEmpty },
      "previous": rows.page > 1 ? address(kept.adding("page", String(rows.page - 1))) : nil,
      "next": rows.hasNext ? address(kept.adding("page", String(rows.page + 1))) : nil,
      "range": rows.range,
    ])
  }

  /// The button states everything it does.
  private static func writing(_ plan: DraftPlan, _ context: PageContext) -> View {
    let (prepared, draft) = (plan.prepared, plan.draft)
    let (new, changed) = (prepared.plan.count(.new), prepared.plan.count(.changed))
    let left = prepared.plan.count(.review) + prepared.plan.count(.rejected)
    var words = "写入：新增 \(new) 项，变更 \(changed) 项"
    if left > 0 { words += "；\(left) 行不写" }
    return View([
      "write": Address.draft(draft.number, "write"), "fingerprint": draft.seen ?? "",
      "button": words, "isWhole": draft.options.isWhole, "reason": draft.options.reason ?? "",
      "canWrite": plan.moved == nil && prepared.hasEffect, "hasEffect": prepared.hasEffect,
      "waits": prepared.held.rows.isEmpty
        ? nil : "\(prepared.held.rows.count) 行待核，写入后留在“待办”里",
    ])
  }

  /// Stores the chosen resolutions of conflicts, and makes the plan again.
  static func settle(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    _ = try take(context, draft)
    return try DraftPages.again(context)
  }

  /// Stores the chosen resolutions and returns whether there are any. Throws `Failure` for invalid values.
  private static func take(_ context: PageContext, _ draft: ImportDraft) throws -> Bool {
    let (chosen, fields) = try PlanTable.conflicts(in: context.form)
    if chosen.isEmpty { return false }
    do {
      try context.importing.answer(draft: draft.number, conflicts: chosen, sender: nil)
    } catch let faults as DecisionFaults {
      throw Failure.refused(faults) { fields[$0] }
    }
    return true
  }

  /// Marks the changed plan as seen.
  static func see(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    if case .planned(let plan) = try ImportStage(draft, context),
      plan.prepared.fingerprint == context.form["fingerprint"]
    {
      try context.importing.note(seen: plan.prepared, of: draft.number)
      context.site.imports.forget(draft.number)
    }
    return .seeOther(.draft(draft.number, "plan"))
  }

  /// Writes the list with the plan that the page showed.
  static func write(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    // Newly chosen resolutions first become part of the plan, since only a plan that was shown may be written.
    if try take(context, draft) {
      try context.importing.alter(draft: draft.number) {
        $0.options.reason = context.form["reason"]
      }
      try context.site.imports.plan(draft.number, at: context.importing)
      context.site.imports.wait(for: draft.number, milliseconds: 300)
      return .seeOther(
        Address(path: Address.draft(draft.number, "plan").path, query: ["chosen": "1"]))
    }
    try context.importing.alter(draft: draft.number) { draft in
      draft.options.isWhole = context.form["whole"] != nil
      draft.options.reason = context.form["reason"]
    }
    try context.site.imports.write(
      draft.number, seen: context.form["fingerprint"] ?? "", at: context.importing)
    return .seeOther(.draft(draft.number))
  }

  /// 标注退回表: the sender's own workbook, annotated with its faults.
  static func annotated(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    guard case .planned(let plan) = try ImportStage(draft, context) else {
      return .seeOther(.draft(draft.number))
    }
    let name = (draft.name as NSString).deletingPathExtension
    return try .download(name: name + "-退回.xlsx", type: BookDownload.type) { path in
      try context.importing.annotate(plan.prepared, to: path)
    }
  }
}

/// A plan that changed since it was seen: which rows, and because of which entries.
enum StalePlan {
  private static let mostRows = 50

  static func view(_ moved: MovedPlan, _ draft: Int) -> View {
    let entries = moved.since.map { "第 \($0.number) 号（\($0.kind.words)，\($0.actor)）" }
    return View([
      "because": entries.isEmpty ? "目录或认定有变" : "台账多了" + entries.prefix(5).joined(separator: "、"),
      "movedCount": moved.rows.count, "seen": Address.draft(draft, "seen"),
      "seenFingerprint": moved.prepared.fingerprint,
      "rows": moved.rows.prefix(mostRows).map { row in
        View([
          "place": "\(row.sheet.isEmpty ? "" : row.sheet + " ")第 \(row.number) 行",
          "name": row.name, "before": row.before.map(\.words) ?? "没有",
          "after": row.after.map(\.words) ?? "没有", "isSame": row.before == row.after,
          "by": row.entries.isEmpty ? nil : row.entries.map { "第 \($0) 号" }.joined(separator: "、"),
        ])
      },
      "moreRows": moved.rows.count > mostRows ? moved.rows.count - mostRows : nil,
    ])
  }
}

extension PlannedRow.Action {
  var words: String {
    switch self {
    case .new: "新增"
    case .changed: "变更"
    case .unchanged: "不变"
    case .review: "待核"
    case .rejected: "不能导入"
    }
  }
}
