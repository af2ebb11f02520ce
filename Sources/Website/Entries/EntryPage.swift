import Ledger
import Operations
import Storage
import Wording

/// One 凭证: who, when, from which file, and every value it changed.
enum EntryPage {
  private static let projects = 200

  static func show(_ context: PageContext) throws -> WebResponse {
    let page = max(1, min(context.query["page"].flatMap { Int($0) } ?? 1, 1_000_000))
    let view = try context.operations.entry(
      try number(context), changes: (page - 1) * projects..<page * projects)
    let entry = view.entry
    let address = Address("entries", String(entry.number))
    let sensitive = view.catalogue.sensitiveFields
    return try context.page(
      Page(
        "entry", title: "第 \(entry.number) 号凭证", in: .entries,
        View([
          "act": EntryWords.view(entry), "sha": entry.source?.sha256, "hash": entry.hash,
          "chainHref": Address("entries", String(entry.number), "verify"),
          "effective": entry.particulars.effective.map { $0.text },
          "evidence": entry.particulars.evidence,
          "undoneBy": view.undoneBy.map { String($0) },
          "undoneByHref": view.undoneBy.map { Address("entries", String($0)) },
          "undoesHref": entry.undoes.map { Address("entries", String($0)) },
          "undoHref": entry.kind == .setup || view.isUndone || !mayUndo(entry, context)
            ? nil : Address("entries", String(entry.number), "undo"),
          "fileHref": entry.source == nil || !mayTakeList(view, context)
            ? nil : Address("entries", String(entry.number), "file"),
          "receiptHref": entry.source == nil || !context.permissions.have(.export)
            ? nil : Address("entries", String(entry.number), "receipt"),
          "items": view.items.prefix(projects).map { item($0, view.catalogue) },
          "itemCount": view.items.isEmpty ? nil : view.items.count,
          "hasChanges": view.changed > 0 || view.items.isEmpty,
          "changed": view.changed, "projects": view.changes.map { project($0, view, sensitive) },
          "nextPage": view.changed > page * projects
            ? address.with(["page": String(page + 1)]) : nil,
        ])))
  }

  /// A changed catalogue item with its old and new lines.
  private static func item(_ item: AlteredItem, _ catalogue: Catalogue) -> View {
    let decision = RecordedDecision.words(item.after, catalogue)
    let lines =
      decision.map { [(text: $0.text + " → " + $0.meaning, isGone: false)] }
      ?? ItemHistory.lines(item.before, item.after, catalogue)
    return View([
      "kind": item.after.kind.label, "name": decision == nil ? item.after.name : "",
      "href": decision == nil
        ? Address("catalogue", item.after.kind.rawValue, item.after.code) : nil,
      "act": item.before == nil ? "新增" : item.after.isWithdrawn ? "移出" : "变更",
      "lines": lines.map { View(["line": $0.text, "isGone": $0.isGone]) },
    ])
  }

  /// Undoing one's own entry needs `edit`, another's `decide`.
  private static func mayUndo(_ entry: Entry, _ context: PageContext) -> Bool {
    let isOwn = context.caller.person.isActor(entry.actor)
    return context.permissions.have(isOwn ? .edit : .decide)
  }

  private static func mayTakeList(_ view: EntryView, _ context: PageContext) -> Bool {
    let reach = context.permissions.reach(of: .export)
    return view.isOwn ? !reach.isNothing : reach.isEverything
  }

  static func number(_ context: PageContext) throws -> Int64 {
    guard let number = Int64(context["entry"]) else { throw Failure.nowhere }
    return number
  }

  private static func project(
    _ change: Change, _ view: EntryView, _ sensitive: Set<Field>
  ) -> View {
    func text(_ value: Value?, _ key: FieldKey) -> String? {
      value.map { value in
        sensitive.contains(key.field)
          ? "（不显示）" : String(ValueWords.text(value, field: key.field, view.catalogue).prefix(200))
      }
    }
    let kind =
      switch change.kind {
      case .create: "新增"
      case .update: "变更"
      case .remove: "删除"
      }
    return View([
      "id": change.project, "name": view.names[change.project] ?? "（已不在台账）",
      "href": view.names[change.project].map { _ in Address.project(change.project) },
      "changeKind": kind,
      "fields": change.fields.prefix(80).map { field in
        View([
          "label": ValueWords.shownLabel(field.key, view.catalogue),
          "before": text(field.before, field.key), "after": text(field.after, field.key),
        ])
      },
    ])
  }

  /// Downloads the imported file, unchanged.
  static func file(_ context: PageContext) throws -> WebResponse {
    let file = try context.operations.keptFile(of: try number(context))
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return .download(.bytes(file.bytes), name: name, type: "application/octet-stream")
  }

  /// Downloads the 回执: the outcome of every row, as a workbook.
  static func receipt(_ context: PageContext) throws -> WebResponse {
    let number = try number(context)
    let receipt = try context.operations.receipt(of: number, withNewValues: false)
    return try .download(name: "导入回执_第\(number)号凭证.xlsx", type: BookDownload.type) { path in
      try context.operations.writeReceipt(receipt, to: path)
    }
  }
}
