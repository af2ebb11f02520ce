package import Intake
import Ledger
package import Matching

/// The remarks written into the sender's own workbook.
package enum OpinionWords {
  package static let author = "台账"
  package static let hiddenRow = "原表隐藏的行，未导入。"

  /// What the workbook says of itself: how many there are, and who made it.
  package static func comments(_ count: Int, maker: String?) -> String {
    "核对意见：共 \(count) 条" + (maker.map { "；制表：\($0)" } ?? "")
  }

  /// A column that was not recognised.
  package static func column(_ column: UnknownColumn) -> String {
    let nearest = column.nearest.map(\.label).joined(separator: "、")
    return (column.header.isEmpty ? "这一列没有表头，未导入。" : "这一列未识别，未导入。")
      + (nearest.isEmpty ? "" : "相近的字段：\(nearest)。")
  }

  /// A row that waits for a person.
  package static func review(_ row: PlannedRow) -> String { "未写入，请人核对：\(row.reviewWords)。" }
}
