package import Ledger

/// Values and keys in words.
package enum ValueWords {
  package static func text(_ value: Value, field: Field, _ catalogue: Catalogue) -> String {
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
      words(membership)
    case .matter(let matter): matter.words(of: field, catalogue)
    }
  }

  /// A key in words: 年度计划投资[2026].
  package static func label(_ key: FieldKey, _ catalogue: Catalogue) -> String {
    switch key.part {
    case .none: key.field.label
    case .period(let period): "\(key.field.label)[\(period.text)]"
    case .name(let name): "\(key.field.matterWord)“\(name.text)”"
    case .register(let code, let year):
      "\(catalogue.name(of: .register, code.text))[\(year)]"
    }
  }

  /// A key in the style of pages and sentences: 2026年1-3月完成投资, 2026年度计划投资.
  package static func shownLabel(_ key: FieldKey, _ catalogue: Catalogue) -> String {
    switch key.part {
    case .period(let period) where !period.isYear: "\(period.words)\(key.field.label)"
    // 年度计划投资 has its year in front, investment done before a year has it behind.
    case .period(let period):
      key.field.label.hasPrefix("年")
        ? "\(period.year)\(key.field.label)" : "\(key.field.label)（\(period.words)）"
    case .register(let code, let year): "\(year)年\(catalogue.name(of: .register, code.text))"
    case .none, .name: label(key, catalogue)
    }
  }

  /// The meaning of a column, from its name in files.
  package static func columnLabel(_ text: String, _ catalogue: Catalogue) -> String {
    if let key = FieldKey(text) { return shownLabel(key, catalogue) }
    return Field(id: text)?.label ?? text
  }

  /// A value in the style of official tables: dates are Chinese.
  package static func official(_ value: Value, field: Field, _ catalogue: Catalogue) -> String {
    if case .date(let date) = value { return date.words }
    return text(value, field: field, catalogue)
  }

  /// A key in the style of official tables: 年度计划投资（2026年）, 完成投资（2026年1-3月）.
  package static func officialLabel(_ key: FieldKey, _ catalogue: Catalogue) -> String {
    switch key.part {
    case .period(let period): "\(key.field.label)（\(period.words)）"
    case .register(let code, let year): "\(catalogue.name(of: .register, code.text))（\(year)年）"
    case .none, .name: label(key, catalogue)
    }
  }

  /// State, batch and class of a project on a register; 已列入 if it has none of these.
  private static func words(_ membership: Membership) -> String {
    let words = [membership.state, membership.batch, membership.className].compactMap { $0 }
    return words.isEmpty ? "已列入" : words.joined(separator: "，")
  }

  private static func name(_ code: String, _ field: Field, _ catalogue: Catalogue) -> String {
    switch field.kind {
    case .reference(let kind), .references(let kind): catalogue.name(of: kind, code)
    default: code
    }
  }
}
