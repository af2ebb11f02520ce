import Ledger

/// The filter conditions as query parameters, the same as in page addresses and on the command line.
enum FilterParameters {
  static let all = FilterOption.all.map(parameter)

  /// Returns all parameters except the given ones.
  static func without(_ names: FilterOption...) -> [Contract.Parameter] {
    all.filter { parameter in !names.contains { $0.rawValue == parameter.name } }
  }

  private static func parameter(_ option: FilterOption) -> Contract.Parameter {
    Contract.Parameter(
      name: option.rawValue, place: .query, schema: schema(option.kind),
      words: option.label + (option.kind.isList ? "；可写多次" : ""), isList: option.kind.isList)
  }

  /// Years 1900 to 2199.
  static let year = "(19|20|21)[0-9]{2}"
  static let month = year + "-(0[1-9]|1[0-2])"

  /// Two months of one year, the earlier first.
  static let months: Schema = {
    let pairs = (1..<12).map { first in
      let last = (first + 1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "|")
      return "\(first < 10 ? "0" : "")\(first),\\1-(\(last))"
    }
    return .pattern(
      "^((?:19|20|21)[0-9]{2})-(?:\(pairs.joined(separator: "|")))$", "写成 2026-03,2026-06，较早的在前")
  }()

  /// A day that exists in the calendar, in the years 1900 to 2199.
  static let day = Schema.pattern(
    "^(\(year)-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)"
      + "|(0[13578]|1[02])-31)|((19|21)(0[48]|[2468][048]|[13579][26])"
      + "|20([02468][048]|[13579][26]))-02-29)$", "写成 2026-06-30")

  private static func schema(_ kind: FilterOption.Kind) -> Schema {
    switch kind {
    case .item(let kind): .names { $0.items(of: kind).map(\.name) }
    case .place: .names { ($0.items(of: .district) + $0.items(of: .zone)).map(\.name) }
    case .register: .names { $0.items(of: .register).map(\.name) }
    case .batch: .names { $0.batches }
    case .light:
      .names { catalogue in
        LightRule.Light.allCases.flatMap { [$0.rawValue, catalogue.lightRule.word($0)] }
      }
    // A label with a slash would be parsed as two values.
    case .field: .oneOf(Field.allCases.flatMap { [$0.id, $0.label] }.filter { !$0.contains("/") })
    case .text, .words: .stated
    case .flag: .oneOf(["yes", "no", "true", "false", "1", "0", "是", "否"])
    case .choice(let words): .oneOf(words)
    case .money: .pattern("^[0-9]{1,8}(\\.[0-9]{1,2})?(万元|亿元|元|万|亿)?$", "写万元数，或带单位")
    case .day: day
    case .month: .pattern("^\(month)$", "写成 2026-03")
    case .year: .pattern("^\(year)$", "写成 2026")
    case .yearOrMonth: .pattern("^\(month)$|^\(year)$", "写成 2026 或 2026-03")
    case .span: .pattern("^\(year)$|^\(year)-(Q[1-4]|H[12])$|^\(month)$", "一段时间")
    case .share: .pattern("^[1-9][0-9]?%$|^0\\.[0-9]{0,3}[1-9]$", "写成 50% 或 0.5")
    }
  }
}
