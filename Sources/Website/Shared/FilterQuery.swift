import Ledger

/// A filter as the query of a page: the options of the command line, with names instead of codes where a name leads
/// back to its code.
struct FilterQuery {
  let filter: ProjectFilter
  private let catalogue: Catalogue

  init(_ filter: ProjectFilter, _ catalogue: Catalogue) {
    self.filter = filter
    self.catalogue = catalogue
  }

  /// All conditions, in a fixed order.
  var query: Query {
    Query(
      filter.queryItems.map { item in
        let option = FilterOption(rawValue: item.name)
        return Query.Item(
          name: item.name, value: option.map { value($0, item.value) } ?? item.value)
      })
  }

  /// Returns the name for a code, if it is unambiguous; else the code.
  func value(_ option: FilterOption, _ code: String) -> String {
    guard let name = name(option, code), name != code,
      let named = try? ProjectFilter(options: [option.rawValue: [name]], catalogue: catalogue),
      let coded = try? ProjectFilter(queryItems: [(name: option.rawValue, value: code)]),
      named == coded
    else { return code }
    return name
  }

  private func name(_ option: FilterOption, _ code: String) -> String? {
    switch option {
    case .chain: catalogue.item(.chain, code)?.name
    case .stage: catalogue.item(.stage, code)?.name
    case .condition: catalogue.item(.condition, code)?.name
    case .unit: catalogue.item(.unit, code)?.name
    case .light: LightRule.Light(rawValue: code).map(catalogue.lightRule.word)
    case .has, .missing: Field(id: code)?.label
    case .area: place(code)
    case .register:
      RegisterClause(code).map { clause in
        RegisterClause(
          register: catalogue.name(of: .register, clause.register), year: clause.year,
          state: clause.state
        ).text
      }
    default: nil
    }
  }

  private func place(_ text: String) -> String? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return catalogue.item(parts[0] == "zone" ? .zone : .district, parts[1])?.name
  }
}

extension FilterOption {
  /// The label on pages.
  var label: String { Self.labels[rawValue] ?? rawValue }

  private static let labels: [String: String] = [
    "chain": "产业链", "other-chains": "关联产业链也算", "unit": "单位", "unit-role": "单位的角色",
    "stage": "阶段", "condition": "状态", "area": "县区/新区", "register": "项目库/清单",
    "batch": "年度批次", "nature": "建设性质", "industrial": "产业项目", "min-investment": "总投资不低于（万元）",
    "max-investment": "总投资不高于（万元）", "q": "关键词", "leader": "包联领导", "responsible": "责任人",
    "start-planned": "计划开工", "start-actual": "实际开工", "finish-planned": "计划竣工",
    "finish-actual": "实际竣工", "due": "到期未开工或竣工", "starts": "新开工", "rate-below": "完成率低于",
    "reached-before": "数据早于", "undated": "未注明截至月份",
    "light": "进度灯",
    "year": "年度", "as-of": "台账截至", "month": "数据截至", "counting": "打包项目计法",
    "ended": "含终止、退库", "has": "已填", "missing": "缺", "updated-since": "改过，自",
  ]

  /// Returns a condition in words, such as 阶段：开工.
  func words(_ value: String) -> String {
    switch value {
    case "yes" where self == FilterOption(rawValue: "industrial"): "产业项目：是"
    case "yes": label
    case "no": label + "：否"
    case "lead": label + "：牵头"
    case "split": label + "：按子项"
    default: label + "：" + value
    }
  }
}
