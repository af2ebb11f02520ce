extension Right {
  /// The Chinese name.
  package var label: String {
    switch self {
    case .see: "查看项目"
    case .contacts: "查看联系方式"
    case .export: "导出"
    case .books: "导出报表"
    case .import: "导入清单"
    case .edit: "修改项目"
    case .figures: "上报目标数"
    case .tasks: "推进任务"
    case .confirm: "认定清单"
    case .decide: "处理待办"
    case .publish: "发布报表"
    case .accounts: "管理账户"
    case .settings: "修改目录和设置"
    case .backup: "备份和恢复"
    case .grants: "授权"
    case .disable: "停用账户"
    case .audit: "查看审计"
    }
  }
}
