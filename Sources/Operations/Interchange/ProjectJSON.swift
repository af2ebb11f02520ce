import Ledger

/// A project's values in interchange form: money in 万元 as text, references by name, series as objects keyed by
/// period, registers as a list of names.
enum ProjectJSON {
  /// The members of a record, in the order of the fields.
  static func members(of record: Record, _ catalogue: Catalogue) -> [(String, JSON)] {
    members(of: record.entries.map { ($0.key, $0.value) }, catalogue)
  }

  /// The members of keys with values, in the order of the fields; the order within a field is kept.
  static func members(
    of values: [(key: FieldKey, value: Value)], _ catalogue: Catalogue
  ) -> [(String, JSON)] {
    // A stable sort, to keep the order within a field.
    let order = values.indices.sorted {
      (values[$0].key.field.rawValue, $0) < (values[$1].key.field.rawValue, $1)
    }
    var members: [(String, JSON)] = []
    members.reserveCapacity(order.count)
    var start = 0
    while start < order.count {
      let field = values[order[start]].key.field
      let end = order[start...].firstIndex { values[$0].key.field != field } ?? order.endIndex
      let own = order[start..<end].map { values[$0] }
      members.append((field.id, member(of: own, field: field, catalogue)))
      start = end
    }
    return members
  }

  /// One value in its interchange form.
  static func value(_ value: Value, field: Field, _ catalogue: Catalogue) -> JSON {
    switch value {
    case .text(let text): .string(text)
    case .money(let money): .string(money.wanYuan)
    case .quantity(let quantity): .string(quantity.text)
    case .date(let date): .string(date.text)
    case .flag(let flag): .bool(flag)
    case .reference(let code): .string(name(code, field, catalogue))
    case .references(let codes): .strings(codes.map { name($0, field, catalogue) })
    case .list(let texts): .strings(texts)
    case .membership(let membership): .optional(membership.state)
    case .matter(let matter):
      .object([
        ("raised", .optional(matter.raised?.text)), ("due", .optional(matter.due?.text)),
        ("done", .optional(matter.done?.text)),
        ("unit", .optional(matter.unit.map { catalogue.name(of: .unit, $0) })),
        ("person", .optional(matter.person)),
      ])
    }
  }

  private static func member(
    of values: [(key: FieldKey, value: Value)], field: Field, _ catalogue: Catalogue
  ) -> JSON {
    switch field.kind {
    case .series, .texts:
      let sorted = values.sorted { $0.key < $1.key }
      return .object(
        sorted.map { ($0.key.period?.text ?? "", value($0.value, field: field, catalogue)) })
    case .matters:
      return .object(
        values.compactMap { key, value in
          guard case .name(let name) = key.part else { return nil }
          return (name.text, Self.value(value, field: field, catalogue))
        })
    case .memberships:
      var names: [String] = []
      for (key, _) in values {
        guard case .register(let code, _) = key.part else { continue }
        let name = catalogue.name(of: .register, code.text)
        if !names.contains(name) { names.append(name) }
      }
      return .strings(names)
    default: return values.first.map { value($0.value, field: field, catalogue) } ?? .null
    }
  }

  private static func name(_ code: String, _ field: Field, _ catalogue: Catalogue) -> String {
    switch field.kind {
    case .reference(let kind), .references(let kind): catalogue.name(of: kind, code)
    default: code
    }
  }
}
