package import Ledger

extension Entry.Kind {
  /// The kind of act in one word.
  package var words: String {
    switch self {
    case .setup: "建账"
    case .import: "导入"
    case .edit: "手工"
    case .undo: "撤销"
    case .catalogue: "目录"
    case .decide: "认定"
    case .merge: "合并"
    case .move: "转段"
    case .confirm: "确认"
    case .report: "上报"
    case .milestone: "节点"
    case .problem: "问题"
    case .task: "任务"
    case .answer: "处理"
    }
  }
}
