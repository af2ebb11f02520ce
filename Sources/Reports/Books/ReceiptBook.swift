package import Ledger
import Wording

/// 导入回执: who imported which file when, and the outcome of every row.
package struct ReceiptBook: Sendable {
  private let receipt: Receipt
  /// The time of the entry as text.
  private let recorded: String

  package init(_ receipt: Receipt, recorded: String) {
    self.receipt = receipt
    self.recorded = recorded
  }

  package static let title = "导入回执"

  package var sheets: [ReportSheet] {
    var sheet = ReportSheet(name: Self.title, widths: [8, 18, 9, 14, 11, 44, 9, 60])
    sheet.addTitle(Self.title)
    for line in particulars { sheet.addMerged(line, .noteLeft, height: 20) }
    let header = sheet.rows.count
    sheet.add(
      ["序号", "工作表", "行号", "结果", "项目编号", "项目名称", "改动值数", "改动、待核的原因"].map { .text($0, .header) },
      height: 30)
    sheet.frozenRows = sheet.rows.count
    sheet.repeatedRows = header...header
    for (index, row) in receipt.rows.enumerated() {
      sheet.add([
        .count(index + 1, .serial), .text(row.sheet), .count(row.number, .serial),
        .text(row.outcome.words, .centred),
        row.project.map { .count(Int($0), .serial) } ?? .text(nil),
        .text(row.name), .countOrBlank(row.values), .text(receipt.details(of: row)),
      ])
    }
    if receipt.rows.isEmpty { sheet.addNothing("这张凭证没有逐行的记录") }
    if !receipt.rows.isEmpty { sheet.filteredRows = header...(sheet.rows.count - 1) }
    return [sheet] + (receipt.decisions.isEmpty ? [] : [decisions])
      + (receipt.parts.isEmpty ? [] : [said])
  }

  /// The notes of the plan besides the rows.
  private var said: ReportSheet {
    var sheet = ReportSheet(name: "问题和未读入", widths: [8, 110])
    sheet.addTitle("问题、未读入的内容")
    for part in receipt.parts {
      sheet.addMerged(part.heading, .sectionText, height: 24)
      for (index, line) in part.lines.enumerated() {
        sheet.add([.count(index + 1, .serial), .text(line)])
      }
    }
    return sheet
  }

  /// The decisions that applied when the list was read.
  private var decisions: ReportSheet {
    var sheet = ReportSheet(name: "采用的认定", widths: [8, 12, 36, 36, 26, 12, 11])
    sheet.addTitle("采用的认定")
    let header = sheet.rows.count
    sheet.add(
      ["序号", "类别", "清单的写法", "认定为", "来自", "认定人", "凭证号"].map { .text($0, .header) }, height: 30)
    sheet.frozenRows = sheet.rows.count
    sheet.repeatedRows = header...header
    for (index, decision) in receipt.decisions.enumerated() {
      sheet.add([
        .count(index + 1, .serial), .text(decision.kind, .centred), .text(decision.text),
        .text(decision.meaning), .text(decision.file), .text(decision.actor, .centred),
        .count(Int(decision.entry), .serial),
      ])
    }
    return sheet
  }

  private var particulars: [String] {
    let entry = receipt.entry
    var lines = ["凭证第\(entry.number)号　　时间：\(recorded)　　经办人：\(entry.actor)"]
    if let source = entry.source {
      lines.append("文件：\(source.fileName)")
      lines.append("文件 SHA-256：\(source.sha256)")
      let sender = source.sender.isEmpty ? "未注明" : source.sender
      lines.append("报送单位：\(sender)　　清单年度：\(source.year)年")
    }
    if let reason = entry.reason { lines.append("事由：\(reason)") }
    return lines + [receipt.olderWords, receipt.sentence].compactMap { $0 }
  }
}
