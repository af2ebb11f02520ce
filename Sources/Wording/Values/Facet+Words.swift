package import Ledger
package import Storage

extension FacetKind {
  /// What people call the property.
  package var title: String {
    switch self {
    case .chain: "产业链"
    case .stage: "阶段"
    case .condition: "状态"
    case .area: "县区/新区"
    case .unit: "单位"
    case .register: "项目库/清单"
    case .nature: "建设性质"
    case .industrial: "是否产业项目"
    }
  }
}

extension Facet.Value {
  /// The value as people read it.
  package func words(_ catalogue: Catalogue) -> String {
    switch self {
    case .none: "（未填）"
    case .item(let kind, let code): catalogue.name(of: kind, code)
    case .text(let text): text
    case .flag(let flag): flag ? "是" : "否"
    }
  }
}
