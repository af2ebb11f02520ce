extension CatalogueKind {
  /// The Chinese word for an item of the kind.
  package var label: String {
    switch self {
    case .chain: "产业链"
    case .unit: "单位"
    case .district: "县区"
    case .zone: "新区"
    case .stage: "阶段"
    case .condition: "状态"
    case .register: "清单"
    case .channel: "资金渠道"
    case .industry: "行业"
    case .target: "目标"
    case .task: "任务"
    case .build: "点名项目"
    case .setting: "设置"
    case .role: "角色"
    case .figure: "上报数"
    case .distinction: "查重认定"
    case .decision: "认定"
    case .recipe: "版式"
    case .header: "表头用语"
    case .view: "视图"
    }
  }
}
