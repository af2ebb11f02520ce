import Foundation
import Ledger
import Operations
import Storage
import Wording

/// 回执: the outcome of every row of a written list.
enum ReceiptPage {
  private static let mostRows = 200

  static func show(_ context: PageContext) throws -> WebResponse {
    let receipt = try context.operations.receipt(
      of: try context.entryNumber, withNewValues: false)
    let entry = receipt.entry
    let number = String(entry.number)
    // Rows that need a person come first.
    let urgent = receipt.rows.filter { $0.outcome == .review || $0.outcome == .rejected }
    let others = receipt.rows.filter { $0.outcome != .review && $0.outcome != .rejected }
    return try context.page(
      Page(
        "receipt", title: "回执", in: .imports,
        View([
          "number": entry.number, "file": entry.source?.fileName ?? "",
          "digest": entry.source?.sha256 ?? "",
          "sender": entry.source.flatMap { $0.sender.isEmpty ? nil : $0.sender },
          "year": entry.source.map { String($0.year) } ?? "", "who": entry.actor,
          "when": ShanghaiCalendar.text(entry.at), "because": entry.reason,
          "sentence": receipt.sentence,
          "entryHref": Address("entries", number),
          "undoHref": Address("entries", number, "undo"),
          "bookHref": Address("receipts", number, "book.xlsx"),
          "rows": (urgent + others).prefix(mostRows).map { row in
            View([
              "sheet": row.sheet, "row": row.number, "outcome": row.outcome.words,
              "name": row.name, "href": row.project.map { Address.project($0) },
              "details": String(receipt.details(of: row).prefix(600)),
            ])
          },
          "moreRows": receipt.rows.count > mostRows ? receipt.rows.count - mostRows : nil,
          "decisions": receipt.decisions.prefix(mostRows).map { decision in
            View([
              "kind": decision.kind, "text": decision.text, "meaning": decision.meaning,
              "actor": decision.actor, "entry": decision.entry,
            ])
          },
          "hasDecisions": !receipt.decisions.isEmpty,
          "parts": receipt.parts.map { part in
            View([
              "heading": part.heading,
              "lines": part.lines.prefix(mostRows).map { View(["line": $0]) },
            ])
          },
          "hasHeld": receipt.rows.contains { $0.outcome == .review }, "queueHref": Address("queue"),
        ])))
  }

  static func book(_ context: PageContext) throws -> WebResponse {
    let receipt = try context.operations.receipt(
      of: try context.entryNumber, withNewValues: false)
    return try .download(
      name: "导入回执_第\(receipt.entry.number)号凭证.xlsx", type: BookDownload.type
    ) { path in
      try context.operations.writeReceipt(receipt, to: path)
    }
  }
}

extension PageContext {
  /// The entry number in the path; throws `Failure.nowhere` if it is none.
  var entryNumber: Int64 {
    get throws {
      guard let number = Int64(self["entry"]), number > 0 else { throw Failure.nowhere }
      return number
    }
  }
}
