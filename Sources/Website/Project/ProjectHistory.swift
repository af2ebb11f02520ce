import Ledger
import Operations
import Storage
import Wording

/// The changes of a project, newest first, optionally only those of one field or one person.
struct ProjectHistory {
  private static let most = 200

  let view: ProjectView
  let field: Field?
  let person: String?
  let address: Address

  var steps: [View] {
    let sensitive = view.catalogue.sensitiveFields
    return view.history.reversed().compactMap { step -> View? in
      if let person, step.entry.actor != person { return nil }
      let changes = step.change.fields.filter { field == nil || $0.key.field == field }
      if changes.isEmpty { return nil }
      return View([
        "when": String(ShanghaiCalendar.text(step.entry.at).prefix(16)),
        "who": step.entry.actor, "kind": step.entry.kind.words, "number": step.entry.number,
        "entryHref": Address("entries", String(step.entry.number)),
        "thenHref": address.with(["as-of": ShanghaiCalendar.day(step.entry.at)]),
        "because": because(step.entry), "isUndone": step.isUndone,
        "changes": changes.prefix(Self.most).map {
          change($0, isSecret: sensitive.contains($0.key.field))
        },
      ])
    }
  }

  /// The fields that ever changed, each linked to its own history.
  var fields: [View] {
    let altered = Set(view.history.flatMap { $0.change.fields.map(\.key.field) })
    return Field.allCases.filter(altered.contains).map { field in
      View([
        "label": field.label, "current": field == self.field,
        "href": address.with(asked.setting("field", to: field.id)).at("history"),
      ])
    }
  }

  /// The actors, each linked to their own changes.
  var people: [View] {
    Set(view.history.map(\.entry.actor)).sorted().map { name in
      View([
        "label": name, "current": name == person,
        "href": address.with(asked.setting("by", to: name)).at("history"),
      ])
    }
  }

  /// Whether the history is filtered.
  var isNarrowed: Bool { field != nil || person != nil }

  private var asked: Query {
    Query(
      [
        field.map { Query.Item(name: "field", value: $0.id) },
        person.map { Query.Item(name: "by", value: $0) },
      ].compactMap { $0 })
  }

  private func because(_ entry: Entry) -> String? {
    let parts = [
      entry.source?.fileName, entry.particulars.effective.map { "日期 \($0.text)" },
      entry.particulars.evidence.map { "依据「\($0)」" }, entry.reason.map { "事由「\($0)」" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }

  private func change(_ change: FieldChange, isSecret: Bool) -> View {
    func text(_ value: Value?) -> String? {
      value.map {
        String(ValueWords.text($0, field: change.key.field, view.catalogue).prefix(200))
      }
    }
    return View([
      "label": ValueWords.shownLabel(change.key, view.catalogue),
      "before": isSecret ? change.before.map { _ in "（不显示）" } : text(change.before),
      "after": isSecret ? change.after.map { _ in "（不显示）" } : text(change.after),
    ])
  }
}
