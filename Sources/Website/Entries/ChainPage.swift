import Ledger
import Operations
import Wording

/// 核验到此: recomputes the hash chain from the first entry up to this one.
enum ChainPage {
  private static let most = 50

  static func show(_ context: PageContext) throws -> WebResponse {
    let noted = context.query["noted"].map { text in
      // Accepts the `number:hash` form that `taizhang verify` prints.
      String(text.split(separator: ":").last ?? "")
    }
    let proof = try context.operations.chainProof(through: try context.entryNumber, noted: noted)
    let number = String(proof.entry.number)
    return try context.page(
      Page(
        "chain", title: "核验到第 \(number) 号凭证", in: .entries,
        View([
          "number": number, "entryHref": Address("entries", number),
          "action": Address("entries", number, "verify"), "hash": proof.entry.hash,
          "when": ShanghaiCalendar.text(proof.entry.at), "noted": context.query["noted"],
          "holds": proof.findings.isEmpty, "faults": proof.findings.count,
          "findings": proof.findings.prefix(most).map { View(["line": $0.words]) },
          "more": proof.findings.count > most ? proof.findings.count - most : nil,
          "isNoted": proof.isNoted == true, "isOther": proof.isNoted == false,
        ])))
  }
}
