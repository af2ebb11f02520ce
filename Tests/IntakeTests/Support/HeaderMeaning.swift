import Ledger
import Spreadsheet

@testable import Intake

/// The meaning of one header: labels from top to leaf parted by `>`, in a list of 2026.
///
/// A text in 【】 before them is the list's title.
enum HeaderMeaning {
  static func of(_ header: String) throws -> String {
    let catalogue = try Shipped.catalogue.get()
    var labels = header
    var month: ListMonth?
    if let end = header.firstIndex(of: "】"), header.hasPrefix("【") {
      month = SheetNotes([String(header[header.index(after: header.startIndex)..<end])]).asOf
      labels = String(header[header.index(after: end)...])
    }
    let reader = HeaderReader(
      lexicon: try Shipped.lexicon.get(), catalogue: catalogue, year: 2026, month: month)
    let path = labels.split(separator: ">").map { part in
      HeaderLabel(CellText.unified(String(part)))
    }
    return reader.meaning(of: path).text(catalogue)
  }
}
