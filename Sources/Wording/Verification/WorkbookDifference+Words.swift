package import Spreadsheet

extension WorkbookDifference {
  /// The difference: “总体情况” C5 的值：原为 12，现为 13.
  package var words: String {
    let sheet = self.sheet.map { "“\($0)”" } ?? ""
    let place = self.place.isEmpty ? "" : " \(self.place) "
    let subject = sheet + place + aspect.label
    if aspect == .chart || aspect == .part { return subject + "不同" }
    return subject + "：原为 \(Self.shown(expected))，现为 \(Self.shown(found))"
  }

  private static func shown(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "（无）" }
    let short = text.count > 60 ? text.prefix(60) + "…" : text[...]
    return String(short.map { $0.isNewline ? " " : $0 })
  }
}

extension WorkbookDifference.Aspect {
  /// The aspect of a sheet or file that differs.
  fileprivate var label: String {
    switch self {
    case .sheets: "工作表"
    case .value: "的值"
    case .formula: "的公式"
    case .numberFormat: "的数字格式"
    case .hiddenRows: "隐藏的行"
    case .hiddenColumns: "隐藏的列"
    case .filter: "的筛选"
    case .merges: "的合并单元格"
    case .conditionalFormats: "的条件格式"
    case .comments: "的批注"
    case .drawings: "的图形"
    case .chart: "的图表"
    case .names: "名称"
    case .property: "属性"
    case .part: "这一部分"
    case .view: "的显示方式"
    case .headers: "的页眉页脚"
    case .hyperlinks: "的链接"
    case .choices: "的数据验证"
    }
  }
}
