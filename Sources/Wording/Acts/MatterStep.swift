package import Ledger

/// A step of a milestone or problem.
package enum MatterStep: Hashable, Sendable {
  case raised
  case handed(String)
  case altered
  case done
  case removed

  /// The step as recorded in the journal: 节点“主体封顶”完成.
  package func words(of field: Field, _ name: String) -> String {
    let verb =
      switch self {
      case .raised: field == .problemLog ? "提出" : "新增"
      case .handed(let unit): "移交\(unit)"
      case .altered: "变更"
      case .done: field.doneWord
      case .removed: "取消"
      }
    return "\(field.matterWord)“\(name)”\(verb)"
  }
}
