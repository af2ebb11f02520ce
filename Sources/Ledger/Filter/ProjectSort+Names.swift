extension ProjectSort.Key {
  /// The Chinese names; the first is the label. The columns of a list have the same names.
  package var names: [String] {
    switch self {
    case .id: ["编号"]
    case .code: ["项目代码", "代码"]
    case .name: ["项目名称", "名称"]
    case .chain: ["产业链"]
    case .stage: ["阶段"]
    case .condition: ["状态"]
    case .unit: ["牵头单位", "单位"]
    case .district: ["县区"]
    case .zone: ["新区/园区", "新区", "园区"]
    case .owner: ["项目业主", "业主"]
    case .investment: ["总投资"]
    case .plan: ["年度计划", "年度计划投资", "计划投资", "计划"]
    case .done: ["完成投资", "累计完成", "累计完成投资", "完成"]
    case .rate: ["完成率"]
    case .start: ["开工时间", "开工"]
    case .finish: ["竣工时间", "竣工"]
    case .updated: ["更新时间", "更新"]
    case .field(let field): [field.label]
    }
  }

  /// Its name for programs.
  package var rawValue: String {
    switch self {
    case .id: "id"
    case .code: "code"
    case .name: "name"
    case .chain: "chain"
    case .stage: "stage"
    case .condition: "condition"
    case .unit: "unit"
    case .district: "district"
    case .zone: "zone"
    case .owner: "owner"
    case .investment: "investment"
    case .plan: "plan"
    case .done: "done"
    case .rate: "rate"
    case .start: "start"
    case .finish: "finish"
    case .updated: "updated"
    case .field(let field): field.id
    }
  }

  /// What sorts by a field; nil for one whose values have no order.
  package init?(of field: Field) {
    switch field {
    case .code: self = .code
    case .name: self = .name
    case .chain: self = .chain
    case .stage: self = .stage
    case .condition: self = .condition
    case .leadUnits: self = .unit
    case .district: self = .district
    case .zone: self = .zone
    case .owner: self = .owner
    case .totalInvestment: self = .investment
    case .plan: self = .plan
    case .done: self = .done
    default:
      if field.kind.hasParts { return nil }
      self = .field(field)
    }
  }

  /// The label with the identifier: 总投资（investment）.
  package var words: String { "\(names[0])（\(rawValue)）" }

  /// The key with a name; nil if there is none.
  package init?(named text: String) {
    let name = TextFolding.key(text)
    let found = Self.allCases.first { key in
      key.rawValue == name || key.names.contains { TextFolding.key($0) == name }
    }
    if let found {
      self = found
      return
    }
    let field = Field.allCases.first { $0.id == name || TextFolding.key($0.label) == name }
    guard let field else { return nil }
    self.init(of: field)
  }
}
