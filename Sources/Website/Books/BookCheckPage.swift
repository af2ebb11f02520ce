import Ledger
import Operations
import Wording

/// 核对一份报表: compares an uploaded workbook with the ledger that made it.
enum BookCheckPage {
  private static let entries = 20

  static func check(_ context: PageContext) throws -> WebResponse {
    guard let sent = context.request.files.first else {
      throw Failure(422, "没有选择文件。", "回到“报表”，选一份台账导出的工作簿。")
    }
    let (name, found) = try context.operations.verify(sent.upload)
    return try context.site.ledger.reading(at: context.operations) { operations in
      try context.at(operations).page(page(name, found))
    }
  }

  private static func page(_ name: String, _ found: BookVerification) -> Page {
    let verdict: (word: String, light: String) =
      switch (found.isOurs, found.isUnaltered) {
      case (false, _): ("不是这本台账的", "serious")
      case (true, false?): ("改过", "serious")
      case (true, true?): ("与导出时一致", "normal")
      case (true, nil): ("不能断定", "lagging")
      }
    return Page(
      "bookcheck", title: "核对报表", in: .books,
      View([
        "file": name, "word": verdict.word, "isGood": verdict.light == "normal",
        "isBad": verdict.light == "serious", "verdict": found.content.verdict,
        "particulars": found.content.particulars.map { View(["line": $0]) },
        "origin": found.origin, "since": found.since,
        "later": found.entries.suffix(entries).reversed().map(EntryWords.view),
      ]))
  }
}
