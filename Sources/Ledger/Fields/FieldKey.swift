/// Which value of a project: a field, and for series and registers which of its parts.
///
/// Written `name`, `plan.2026`, `done.2026-01..03`, `registers.shuangbai@2026`.
package struct FieldKey: Hashable, Sendable {
  /// The part of a field that holds several values.
  package enum Part: Hashable, Sendable {
    case none
    case period(Period)
    case register(RegisterName, year: Int16)
  }

  package let field: Field
  package let part: Part

  package init(_ field: Field) {
    self.field = field
    part = .none
  }

  package init(_ field: Field, _ period: Period) {
    self.field = field
    part = .period(period)
  }

  package init(register: String, year: Int) {
    field = .registers
    part = .register(RegisterName(register), year: Int16(clamping: year))
  }

  package var period: Period? {
    if case .period(let period) = part { period } else { nil }
  }

  /// The written form.
  package var text: String {
    switch part {
    case .none: field.id
    case .period(let period): "\(field.id).\(period.text)"
    case .register(let name, let year): "\(field.id).\(name.text)@\(year)"
    }
  }

  /// Reads the written form; nil when the part does not suit the field's kind.
  package init?(_ text: some StringProtocol) {
    guard let dot = text.firstIndex(of: ".") else {
      guard let field = Field(id: text) else { return nil }
      if field.kind == .series || field.kind == .memberships { return nil }
      self.init(field)
      return
    }
    guard let field = Field(id: text[..<dot]) else { return nil }
    let rest = text[text.index(after: dot)...]
    switch field.kind {
    case .series:
      guard let period = Period(rest) else { return nil }
      self.init(field, period)
    case .memberships:
      guard let at = rest.lastIndex(of: "@"), let year = Int(rest[rest.index(after: at)...])
      else { return nil }
      self.init(register: String(rest[..<at]), year: year)
    default: return nil
    }
  }
}

extension FieldKey: Comparable {
  /// Declared order of fields, then periods and registers in order.
  package static func < (left: FieldKey, right: FieldKey) -> Bool {
    if left.field != right.field { return left.field.rawValue < right.field.rawValue }
    switch (left.part, right.part) {
    case (.period(let a), .period(let b)): return a < b
    case (.register(let a, let yearA), .register(let b, let yearB)):
      return (yearA, a) < (yearB, b)
    default: return false
    }
  }
}
