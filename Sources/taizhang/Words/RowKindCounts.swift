import Intake
import Wording

/// The number of rows of each kind in a table: 项目 30 行、分组 4 行、合计 1 行.
enum RowKindCounts {
  static func text(_ layout: TableLayout) -> String {
    let counts = Dictionary(grouping: layout.rowKinds.all.map(\.kind), by: \.words).mapValues(
      \.count)
    return order.compactMap { word in
      let count = counts[word] ?? 0
      return count == 0 && word != "项目" ? nil : "\(word) \(count) 行"
    }.joined(separator: "、")
  }

  private static let order = [
    "项目", "分组", "小计", "合计", "其中行", "标题和备注", "重复表头", "列号", "示例", "隐藏", "表格内容", "按版式不读",
  ]
}
