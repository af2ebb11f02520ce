import Ledger
import Operations
import Storage
import Wording

/// The values of a project, each with its origin and its former values.
struct ProjectFacts {
  private static let longText = 120

  let view: ProjectView
  let contacts: Contacts

  /// The field groups with at least one value.
  var groups: [View] {
    let sensitive = view.catalogue.sensitiveFields
    return FieldGroups.all.compactMap { title, fields in
      let facts = fields.flatMap { field in
        entries(of: field).map {
          fact($0, isSecret: sensitive.contains(field))
        }
      }
      return facts.isEmpty ? nil : View(["group": title, "facts": facts])
    }
  }

  /// The values of a field; of a series the year, then its months, then sums of several.
  private func entries(of field: Field) -> [Record.Entry] {
    let entries = Array(view.project.record.entries(of: field))
    guard case .series = field.kind else { return entries }
    func order(_ entry: Record.Entry) -> [Int] {
      guard let period = entry.key.period else { return [] }
      let kind = period.isYear ? 0 : period.isMonth ? 1 : 2
      return [Int(period.year), kind, Int(period.firstMonth), Int(period.lastMonth)]
    }
    return entries.sorted { order($0).lexicographicallyPrecedes(order($1)) }
  }

  private func fact(_ entry: Record.Entry, isSecret: Bool) -> View {
    let whole = Self.text(entry.value, of: entry.key, view.catalogue)
    let text = isSecret && !contacts.areShown ? Mask.text(whole) : whole
    let isLong = !isSecret && text.count > Self.longText
    return View([
      "label": ValueWords.shownLabel(entry.key, view.catalogue),
      "short": isLong ? String(text.prefix(Self.longText)) + "…" : text,
      "long": isLong ? text : nil,
      "isSecret": isSecret, "unmask": isSecret ? contacts.address : nil,
      "isFigure": Self.isFigure(entry.value),
      "origin": view.origins[entry.key].map { origin($0, of: entry.key, text) },
    ])
  }

  /// Returns the text of a value in its group; amounts are without their unit, which the group's title states.
  static func text(_ value: Value, of key: FieldKey, _ catalogue: Catalogue) -> String {
    if case .money(let money) = value { return Figures.wan(money) }
    return ValueWords.text(value, field: key.field, catalogue)
  }

  private static func isFigure(_ value: Value) -> Bool {
    switch value {
    case .money, .quantity: true
    default: false
    }
  }

  /// The origin of a value: file, sheet, cell and the cell's text; actor and time; the former values.
  private func origin(_ origin: Origin, of key: FieldKey, _ shown: String) -> View {
    let step = view.history.last { $0.entry.number == origin.entry }
    let place = [origin.sheet, origin.cell].compactMap { $0 }.filter { !$0.isEmpty }
    let former = view.history.flatMap { step in
      step.change.fields.compactMap { change -> View? in
        guard change.key == key, step.entry.number != origin.entry, let after = change.after else {
          return nil
        }
        return View([
          "former": String(Self.text(after, of: key, view.catalogue).prefix(80)),
          "formerEntry": step.entry.number,
          "formerHref": Address("entries", String(step.entry.number)),
        ])
      }
    }
    return View([
      "file": origin.fileName, "place": place.isEmpty ? nil : place.joined(separator: " › "),
      "raw": origin.raw == shown ? nil : origin.raw.map { String($0.prefix(400)) },
      "isConstant": origin.isConstant,
      "entry": origin.entry, "entryHref": Address("entries", String(origin.entry)),
      "fileHref": origin.fileName == nil
        ? nil : Address("entries", String(origin.entry), "file"),
      "when": step.map { ShanghaiCalendar.day($0.entry.at) }, "who": step?.entry.actor,
      "former": former.isEmpty ? nil : View(["formers": Array(former.suffix(6).reversed())]),
    ])
  }
}
