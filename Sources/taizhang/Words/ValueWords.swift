import Ledger

/// A value as people read it.
enum ValueWords {
  static func text(_ value: Value, field: Field, _ catalogue: Catalogue) -> String {
    switch value {
    case .text(let text): text
    case .money(let money): money.wanYuan + " 万元"
    case .quantity(let quantity): quantity.text
    case .date(let date): date.text
    case .flag(let flag): flag ? "是" : "否"
    case .reference(let code): name(code, field, catalogue)
    case .references(let codes): codes.map { name($0, field, catalogue) }.joined(separator: "、")
    case .list(let texts): texts.joined(separator: "、")
    case .membership(let membership):
      [membership.state, membership.batch, membership.className].compactMap { $0 }
        .joined(separator: "，")
    }
  }

  /// A key as people read it: 年度计划投资[2026].
  static func label(_ key: FieldKey, _ catalogue: Catalogue) -> String {
    switch key.part {
    case .none: key.field.label
    case .period(let period): "\(key.field.label)[\(period.text)]"
    case .register(let code, let year):
      "\(catalogue.name(of: .register, code.text))[\(year)]"
    }
  }

  private static func name(_ code: String, _ field: Field, _ catalogue: Catalogue) -> String {
    switch field.kind {
    case .reference(let kind), .references(let kind): catalogue.name(of: kind, code)
    default: code
    }
  }
}
