import Ledger
import Operations
import Storage
import Wording

/// 各方所报: each sender's latest statements, for fields where one of them differs from the ledger.
struct Statements {
  let project: ProjectView

  /// Nil if no statement differs.
  var view: View? {
    let sensitive = project.catalogue.sensitiveFields
    let rows = project.statements.sorted { $0.key < $1.key }.flatMap { key, words -> [View] in
      guard !sensitive.contains(key.field), words.contains(where: { differs($0, key) }) else {
        return []
      }
      return words.map { word in
        let place = [word.origin.fileName, word.origin.sheet, word.origin.cell]
        return View([
          "field": ValueWords.shownLabel(key, project.catalogue),
          "sender": word.sender.speakerWords,
          "said": String(
            ValueWords.text(word.value, field: key.field, project.catalogue).prefix(200)),
          "month": word.month.map { $0.text },
          "place": place.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " › "),
          "entryHref": Address("entries", String(word.origin.entry)),
        ])
      }
    }
    return rows.isEmpty ? nil : View(["words": rows])
  }

  private func differs(_ word: StatedValue, _ key: FieldKey) -> Bool {
    project.project.record[key].map { !word.value.agrees(with: $0) } ?? true
  }
}
