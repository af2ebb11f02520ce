package import Intake
package import Ledger

extension ColumnMeaning {
  /// The meaning of a column in words; empty for none.
  package func words(_ catalogue: Catalogue) -> String {
    switch self {
    case .sequence: "序号"
    case .mark: "核对编号"
    case .field(let field): field.label
    case .series(let field, let period):
      ValueWords.shownLabel(FieldKey(field, period), catalogue)
    case .period: "起止时间"
    case .contactAndPhone: "联系人及电话"
    case .nameAndCode: "项目名称及代码"
    case .nameAndContent: "项目名称及建设内容"
    case .register(let code): "是否" + catalogue.name(of: .register, code)
    case .unmapped: ""
    }
  }
}
