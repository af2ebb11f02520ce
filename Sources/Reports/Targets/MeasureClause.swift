import Ledger
import Storage

/// A condition of a measure, such as `{field: sign_date, op: in_year, value: "2026"}`.
///
/// The answer has three values: a project that does not state the field is neither kept nor silently left out.
struct MeasureClause: Hashable {
  typealias Answer = ProjectJudgement.Answer

  let field: String
  let comparison: String
  let values: [String]
  let unit: String?

  init(_ attribute: Attribute) {
    field = attribute["field"]?.text ?? ""
    comparison = attribute["op"]?.text ?? "eq"
    values = attribute["value"].map { $0.text.map { [$0] } ?? $0.texts } ?? []
    unit = attribute["unit"]?.text
  }

  /// Whether a project fulfils the condition by the end of a day `yyyymmdd`; nil means at any time.
  func holds(for record: Record, _ industries: Industries, through day: Int?) -> Answer {
    if field == "industry.section" {
      guard let section = industries.section(of: record.text(.industry)) else { return .unknown }
      return answer(isOneOf(section))
    }
    guard let field = Field(id: field) else { return .unknown }
    guard let value = record[field] else {
      // A project without a 状态 is a normal one.
      return comparison == "not_in" ? .yes : .unknown
    }
    switch value {
    case .reference(let code), .text(let code): return answer(isOneOf(code))
    case .flag(let flag): return answer(isOneOf(flag ? "true" : "false"))
    case .date(let date) where comparison == "in_year":
      guard values.contains(String(date.year)) else { return .no }
      guard let day, date.lastDay > day else { return .yes }
      // 2026 without a month may be before or after the day.
      return date.firstDay > day ? .no : .unknown
    case .money(let money): return answer(isAtLeast(money))
    default: return .unknown
    }
  }

  private func answer(_ isTrue: Bool?) -> Answer { isTrue.map { $0 ? .yes : .no } ?? .unknown }

  private func isOneOf(_ value: String) -> Bool {
    comparison == "not_in" ? !values.contains(value) : values.contains(value)
  }

  private func isAtLeast(_ money: Money) -> Bool? {
    let unit = unit.flatMap { MoneyUnit(rawValue: $0) } ?? .wanYuan
    guard comparison == "gte", let least = values.first.flatMap({ Money($0, unit: unit) }) else {
      return nil
    }
    return money >= least
  }

  /// The condition in words: 签约时间在2026年.
  func words(_ catalogue: Catalogue) -> String {
    if field == "industry.section" {
      let names = values.map { catalogue.name(of: .industry, $0) }
      return "行业属\(names.joined(separator: "、"))"
    }
    guard let field = Field(id: field) else { return "" }
    let texts = values.map { Self.word($0, of: field, catalogue) }.joined(separator: "、")
    return switch comparison {
    case "not_in": "\(field.label)不是\(texts)"
    case "in_year": "\(field.label)在\(texts)年"
    case "gte": "\(field.label)不低于\(texts)\(unit ?? "万元")"
    default: values == ["true"] ? "属产业项目" : "\(field.label)为\(texts)"
    }
  }

  private static func word(_ value: String, of field: Field, _ catalogue: Catalogue) -> String {
    if case .reference(let kind) = field.kind { return catalogue.name(of: kind, value) }
    return value
  }
}
