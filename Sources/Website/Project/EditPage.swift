import Intake
import Ledger
import Operations
import Storage
import Wording

/// 修改: edits a project's values, parsed by the rules of an import. Concurrent changes are merged field by field; a
/// value that both changed is a conflict to resolve.
enum EditPage {
  /// A key with its value when the page was opened, its current value, and the typed value.
  private struct Value {
    let key: FieldKey
    let opened: String
    let now: String
    let typed: String

    var isTyped: Bool { typed != opened }
    /// Whether both changed the value, differently.
    var isClash: Bool { isTyped && now != opened && now != typed }
  }

  static func show(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    // Redirects to the number, so that the audit line does not contain a name or code.
    if context["project"] != String(view.project.id) {
      return .moved(to: Address("projects", String(view.project.id), "edit"))
    }
    let masked =
      context.permissions.allow(.contacts, on: view.project.record)
      ? [] : view.catalogue.sensitiveFields
    let sensitive = view.catalogue.sensitiveFields
    if view.project.record.entries.contains(where: { sensitive.contains($0.key.field) }) {
      try Contacts.note(context)
    }
    let keys = keys(of: view, year: try context.operations.standing().year)
    let values = keys.filter { !masked.contains($0.field) }.map { key in
      let text = text(of: key, view)
      return Value(key: key, opened: text, now: text, typed: text)
    }
    return try page(context, view, values, fault: nil)
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    // Compares again if another entry was written between the comparison and the edit.
    for _ in 0..<5 {
      do { return try compareAndEdit(context) } catch StorageError.stale { continue }
    }
    return try compareAndEdit(context)
  }

  private static func compareAndEdit(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    let form = context.form
    let values = form.items.compactMap { item -> Value? in
      guard item.name.hasPrefix("v."), let key = FieldKey(item.name.dropFirst(2))
      else { return nil }
      let opened = form.items.first { $0.name == "o." + item.name.dropFirst(2) }?.value ?? ""
      return Value(
        key: key, opened: opened, now: text(of: key, view),
        typed: choice(for: key, form) ?? item.value)
    }
    let clashes = values.filter { $0.isClash && !isSettled($0.key, form) }
    if !clashes.isEmpty {
      return try context.site.ledger.reading(at: context.operations) { operations in
        try page(context.at(operations), view, values, fault: "这些值在你打开页面之后有人改过，请选定。另填的要写上。")
      }
    }
    let assignments = values.filter { $0.isTyped && $0.typed != $0.now }.map {
      Assignment(field: $0.key.text, text: $0.typed)
    }
    if assignments.isEmpty {
      return .seeOther(Address("projects", String(view.project.id), query: ["done": "0"]))
    }
    do {
      let outcome = try context.operations.edit(
        String(view.project.id), assignments, reason: form["reason"],
        ifRevision: view.project.revision, seen: form.all("looked"))
      return try .done(outcome, at: Address("projects", String(view.project.id)), context)
    } catch OperationError.unseenRemarks(let remarks) {
      return try context.site.ledger.reading(at: context.operations) { operations in
        try page(context.at(operations), view, values, fault: nil, remarks: remarks)
      }
    } catch let error as OperationError {
      // Keeps the typed values, beside those from when the page was opened.
      let answer = try context.site.ledger.reading(at: context.operations) { operations in
        try page(context.at(operations), view, values, fault: nil)
      }
      return answer.refused(failure(error, view.catalogue, context), of: context.request)
    }
  }

  /// The failure, with the errors of each field.
  private static func failure(
    _ error: OperationError, _ catalogue: Catalogue, _ context: PageContext
  ) -> Failure {
    switch error {
    case .rejectedValues(let findings):
      .refused(
        findings.map { finding in
          let group = FindingGroup.groups(of: [finding]).first
          return FieldFault(
            field: "v." + (finding.field?.text ?? ""),
            sentence: (group?.sentence(catalogue) ?? finding.raw)
              + (group?.suggestion(catalogue) ?? ""))
        })
    case .nameMissing:
      .refused([FieldFault(field: "v." + Field.name.id, sentence: "项目必须有名称")])
    default: Failure(error, at: context.operations)
    }
  }

  /// Returns the resolution of a conflict: the current value or another text; nil to keep what was typed.
  private static func choice(for key: FieldKey, _ form: Query) -> String? {
    switch form["c.\(key.text)"] {
    case "now": form.items.first { $0.name == "n.\(key.text)" }?.value
    case "other": form["x.\(key.text)"]
    default: nil
    }
  }

  /// Whether the conflict is resolved; the choice of another value requires a text.
  private static func isSettled(_ key: FieldKey, _ form: Query) -> Bool {
    switch form["c.\(key.text)"] {
    case nil: false
    case "other": form["x.\(key.text)"] != nil
    default: true
    }
  }

  /// The editable keys: every single-value field, the existing figures of series, and the plan of the year.
  private static func keys(of view: ProjectView, year: Int) -> [FieldKey] {
    FieldGroups.all.flatMap(\.fields).flatMap { field -> [FieldKey] in
      if field == .registers { return [] }
      if !field.kind.hasParts { return [FieldKey(field)] }
      var keys = view.project.record.entries(of: field).map(\.key)
      if let period = Period.year(year), field == .plan, !keys.contains(FieldKey(.plan, period)) {
        keys.append(FieldKey(.plan, period))
      }
      return keys
    }
  }

  /// Returns a value in the format of a list's cell.
  private static func text(of key: FieldKey, _ view: ProjectView) -> String {
    guard let value = view.project.record[key] else { return "" }
    if case .money(let money) = value { return money.wanYuan }
    return ValueWords.text(value, field: key.field, view.catalogue)
  }

  private static func page(
    _ context: PageContext, _ view: ProjectView, _ values: [Value], fault: String?,
    remarks: [String] = []
  ) throws -> WebResponse {
    let address = Address("projects", String(view.project.id))
    let clashes = values.filter(\.isClash)
    return try context.page(
      Page(
        "edit", title: "修改 \(view.project.record.text(.name) ?? "")", in: .projects,
        View([
          "name": view.project.record.text(.name) ?? "（未命名）", "back": address,
          "action": Address("projects", String(view.project.id), "edit"), "fault": fault,
          "remarks": remarks.map { View(["remark": $0]) }, "hasRemarks": !remarks.isEmpty,
          "reason": context.form["reason"],
          "clashes": clashes.isEmpty
            ? nil
            : View([
              "values": clashes.map { value in
                View([
                  "label": ValueWords.shownLabel(value.key, view.catalogue), "key": value.key.text,
                  "opened": value.opened, "now": value.now, "typed": value.typed,
                  "takesNow": context.form["c.\(value.key.text)"] == "now",
                  "takesMine": context.form["c.\(value.key.text)"] == "mine",
                  "takesOther": context.form["c.\(value.key.text)"] == "other",
                  "other": context.form["x.\(value.key.text)"] ?? "",
                  "who": view.history.last { step in
                    step.change.fields.contains { $0.key == value.key }
                  }.map { "\($0.entry.actor)，第 \($0.entry.number) 号凭证" },
                ])
              }
            ]),
          "groups": FieldGroups.all.map { title, fields in
            View([
              "group": title,
              "fields": values.filter { fields.contains($0.key.field) }.map { value in
                View([
                  "key": value.key.text, "label": ValueWords.shownLabel(value.key, view.catalogue),
                  "opened": value.opened, "typed": value.typed,
                  "isLong": value.key.field == .content || value.typed.count > 60,
                  "hint": hint(value.key.field), "isRead": value.key.field.kind != .text,
                ])
              },
            ])
          },
        ])))
  }

  private static func hint(_ field: Field) -> String? {
    switch field.kind {
    case .money, .series: "万元，或带单位，如 1.5亿"
    case .date: "如 2026-06、2026年底"
    default: nil
    }
  }
}
