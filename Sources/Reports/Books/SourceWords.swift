import Ledger
import Storage

/// The source of a change: 清单.xlsx 表1!H12, or the reason of an act by hand.
enum SourceWords {
  static func text(_ difference: Difference) -> String {
    let origin = difference.origin
    if let file = origin.fileName {
      let place = [origin.sheet, origin.cell].compactMap { $0 }.filter { !$0.isEmpty }
      return ([file] + (place.isEmpty ? [] : [place.joined(separator: "!")]))
        .joined(separator: " ")
    }
    let entry = difference.entry
    if let undone = entry.undoes { return "撤销第\(undone)号凭证" }
    let words = [entry.particulars.evidence, entry.reason].compactMap { $0 }
    return words.isEmpty ? "手工（第\(entry.number)号凭证）" : words.joined(separator: "；")
  }
}
