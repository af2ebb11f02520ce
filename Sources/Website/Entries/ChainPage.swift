import Ledger
import Operations
import Wording

/// 核验到此: whether all entries up to one are as they were written, made anew from the first on.
enum ChainPage {
  private static let most = 50

  static func show(_ context: PageContext) throws -> WebResponse {
    let noted = context.query["noted"].map { text in
      // It may be noted as `taizhang verify` writes it: number and hash.
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
