import Ledger
import Operations

/// A project's months as a table.
enum MonthWords {
  /// The table; empty if no month is known.
  static func lines(_ months: [ProjectMonth]) -> [String] {
    if months.isEmpty { return [] }
    var table = TextTable([
      ("月份", .left), ("当月完成（万元）", .right), ("本年累计（万元）", .right), ("形象进度", .left),
    ])
    for month in months {
      table.add([
        month.period.text, month.own?.wanYuan ?? "", month.toDate?.wanYuan ?? "",
        TextTable.cut(month.progress ?? "", to: 60),
      ])
    }
    return ["", "分月进度："] + table.lines
  }
}
