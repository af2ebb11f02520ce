import Ledger
import Operations
import Wording

/// The changes of a catalogue item, newest first, line by line.
enum ItemHistory {
  static func views(of steps: [ItemStep], _ catalogue: Catalogue) -> [View] {
    steps.map { step in
      View([
        "when": String(ShanghaiCalendar.text(step.entry.at).prefix(16)), "who": step.entry.actor,
        "number": step.entry.number,
        "entryHref": step.isShown ? Address("entries", String(step.entry.number)) : nil,
        "because": step.isShown ? step.entry.reason : nil,
        "isFirst": step.before == nil,
        "lines": lines(step.before, step.after, catalogue).map {
          View(["line": $0.text, "isGone": $0.isGone])
        },
      ])
    }
  }

  /// Returns the lines that were removed, then those that were added; empty for a new item, which the page shows in
  /// full.
  static func lines(
    _ before: CatalogueItem?, _ after: CatalogueItem, _ catalogue: Catalogue
  ) -> [(text: String, isGone: Bool)] {
    guard let before else { return [] }
    let (old, new) = (words(before, catalogue), words(after, catalogue))
    return old.filter { !new.contains($0) }.map { ($0, true) }
      + new.filter { !old.contains($0) }.map { ($0, false) }
  }

  private static func words(_ item: CatalogueItem, _ catalogue: Catalogue) -> [String] {
    ["名称：\(item.name)"] + item.aliases.map { "别名：\($0.text)" }
      + AttributeWords.lines(item.attributes, catalogue)
  }
}
