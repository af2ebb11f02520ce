package import Intake

extension RowKind {
  /// The name of the kind.
  package var words: String {
    switch self {
    case .project: "项目"
    case .section: "分组"
    case .memo: "其中行"
    case .form: "表格内容"
    case .subtotal: "小计"
    case .total: "合计"
    case .title, .note, .footnote: "标题和备注"
    case .repeatedHeader: "重复表头"
    case .columnNumbers: "列号"
    case .example: "示例"
    case .hidden: "隐藏"
    case .skipped: "按版式不读"
    }
  }
}
