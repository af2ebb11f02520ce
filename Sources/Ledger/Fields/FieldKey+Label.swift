extension FieldKey {
  /// The Chinese label: 2026 年度计划投资, 2026 年 1—3 月完成投资.
  package func label(in catalogue: Catalogue) -> String {
    switch part {
    case .none: return field.label
    case .register(let code, let year):
      return "\(catalogue.name(of: .register, code.text))（\(year) 年）"
    case .name(let name): return "\(field.matterWord)“\(name.text)”"
    case .period(let period):
      if period.isYear {
        return field == .doneBefore
          ? "截至 \(period.year) 年底累计完成投资"
          // The label 年度计划投资 begins with 年 itself.
          : "\(period.year) \(field.label.hasPrefix("年") ? "" : "年")\(field.label)"
      }
      let months =
        period.isMonth ? "\(period.firstMonth)" : "\(period.firstMonth)—\(period.lastMonth)"
      return "\(period.year) 年 \(months) 月\(field.label)"
    }
  }
}
