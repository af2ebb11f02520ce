import Ledger
import Operations
import Wording

/// A receipt on the screen.
struct ReceiptWords {
  private let receipt: Receipt
  /// The maximum number of rows shown; the workbook has them all.
  private let limit = 40
  private let width: Int

  init(_ receipt: Receipt, width: Int = Terminal.width) {
    self.receipt = receipt
    self.width = width
  }

  var lines: [String] {
    let entry = receipt.entry
    var lines = [
      "导入回执　凭证第 \(entry.number) 号　\(ShanghaiCalendar.text(entry.at))　\(entry.actor)"
    ]
    if let source = entry.source {
      lines.append("文件 \(source.fileName)")
      lines.append("SHA-256 \(source.sha256)")
      lines.append("报送单位 \(source.sender.isEmpty ? "未注明" : source.sender)，清单年度 \(source.year) 年")
    }
    if let reason = entry.reason { lines.append("事由 \(reason)") }
    if let older = receipt.olderWords { lines.append(older) }
    lines.append(receipt.sentence)
    if !receipt.rows.isEmpty { lines += table }
    if receipt.rows.count > limit {
      lines.append("……另有 \(receipt.rows.count - limit) 行；加 -o 回执.xlsx 写出全部。")
    }
    if !receipt.decisions.isEmpty {
      lines.append("采用的认定 \(receipt.decisions.count) 条：")
      lines += receipt.decisions.prefix(limit).map {
        "  \($0.kind)「\($0.text)」→ \($0.meaning)（\($0.actor)，凭证第 \($0.entry) 号）"
      }
      if receipt.decisions.count > limit {
        lines.append("  ……另有 \(receipt.decisions.count - limit) 条，在工作簿里。")
      }
    }
    for part in receipt.parts {
      lines.append(part.heading + "：")
      lines += part.lines.prefix(limit).map { "  " + TextTable.cut($0, to: width - 2) }
      if part.lines.count > limit {
        lines.append("  ……另有 \(part.lines.count - limit) 条，在工作簿里。")
      }
    }
    return lines.map { TextTable.cut($0, to: width) }
  }

  /// The rows, with those that need a person first.
  private var table: [String] {
    var table = TextTable([
      ("工作表", .left), ("行", .right), ("结果", .left), ("编号", .right), ("项目", .left),
      ("改动、待核的原因", .left),
    ])
    let urgent = receipt.rows.filter { $0.outcome == .review || $0.outcome == .rejected }
    let others = receipt.rows.filter { $0.outcome != .review && $0.outcome != .rejected }
    for row in (urgent + others).prefix(limit) {
      table.add([
        TextTable.cut(row.sheet, to: 12), String(row.number), row.outcome.words,
        row.project.map { String($0) } ?? "", TextTable.cut(row.name, to: 24),
        receipt.details(of: row),
      ])
    }
    return table.lines(within: width, cutting: 5, dropping: [0, 3])
  }
}
