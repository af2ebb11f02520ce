/// A figure to reach in a year (年度目标).
package struct Target: Hashable, Sendable {
  /// The code without the year.
  package let code: String
  package let name: String
  /// The figure as written in the report, such as `500`; empty if it states none.
  package let value: String
  package let unit: String
  /// The comparison: `gte`, `gt`, `lte`, or `about`, which the ledger does not judge.
  package let comparator: String
  /// The wording: `plain`, `about` (左右), `at_least` (以上), `reach` (达), `exceed` (突破), `order` (…级),
  /// `in_step` (与经济增长同步) or `cleared` (清零).
  package let wording: String
  /// Whether the report uses 力争.
  package let isEffort: Bool
  package let year: Int
  /// Whether it was copied from another year and not yet confirmed for this one.
  package let isDraft: Bool
  package let task: String
  package let leads: [String]
  package let group: String
  package let chain: String?
  package let deadline: PartialDate?
  /// The way it is measured: method, field, period, register, filters.
  package let measure: Attribute

  package init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.codeOfAllYears
    name = item.name
    value = attributes["value"]?.text ?? ""
    unit = attributes["unit"]?.text ?? ""
    comparator = attributes["comparator"]?.text ?? "gte"
    wording = attributes["wording"]?.text ?? "plain"
    isEffort = attributes["effort"]?.isTrue ?? false
    year = item.year ?? 0
    isDraft = item.isDraft
    task = attributes["task"]?.text ?? ""
    leads = attributes["leads"]?.texts ?? []
    group = attributes["group"]?.text ?? ""
    chain = attributes["chain"]?.text
    deadline = attributes["deadline"]?.text.flatMap { PartialDate($0) }
    measure = attributes["measure"] ?? .map([:])
  }

  /// Whether it is confirmed (下达); a draft has no figure to reach yet.
  package var isHandedDown: Bool { !isDraft && (!value.isEmpty || wording == "in_step") }

  /// The figure in the report's words, such as 力争突破 2000 亿元.
  package var phrase: String {
    let effort = isEffort ? "力争" : ""
    let figure = unit == "%" ? "\(value)%" : "\(value) \(unit)"
    return switch wording {
    case "about": "\(effort)\(figure)左右"
    case "at_least": "\(effort)\(figure)以上"
    case "reach": "\(effort)达 \(figure)"
    case "exceed": "\(effort)突破 \(figure)"
    case "order": "\(effort)\(figure)级"
    case "in_step": "\(effort)与经济增长同步"
    case "cleared": "\(effort)清零"
    default: "\(effort)\(figure)"
    }
  }
}

extension Catalogue {
  /// The targets of a year in catalogue order; none before they are confirmed or copied.
  package func targets(of year: Int) -> [Target] {
    items(of: .target).filter { $0.year == year }.map { Target($0) }
  }

  /// The target with a code in a year, else drafted from an earlier year.
  package func target(_ code: String, inOrDraftedFor year: Int) -> Target? {
    item(.target, code, inOrDraftedFor: year).map { Target($0) }
  }

  /// The target with a code, name or alias: the latest up to a year, else of any year.
  package func target(named text: String, of year: Int) -> Target? {
    let named = items(of: .target).filter { item in
      [item.code, item.codeOfAllYears, item.name].contains(text)
        || item.aliases.contains { $0.text == text }
    }.map { Target($0) }
    return named.filter { $0.year <= year }.max { $0.year < $1.year } ?? named.first
  }
}
