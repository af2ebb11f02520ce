import Ledger
import Operations
import Storage

/// The conditions of a list, each with a link that removes it.
struct FilterChips {
  let state: ProjectsQuery

  /// A condition in words, and the conditions without it.
  struct Chip {
    let words: String
    let without: Query
  }

  var chips: [Chip] {
    state.conditions.items.enumerated().compactMap { place, item in
      guard item.name != "as-of", let option = FilterOption(rawValue: item.name) else { return nil }
      var rest = state.conditions.items
      rest.remove(at: place)
      return Chip(words: option.words(item.value), without: Query(rest))
    }
  }

  var views: [View] {
    chips.map { View(["chip": $0.words, "href": state.address($0.without)]) }
  }

  /// Returns the condition whose removal yields the most projects, with their number; nil if none yields any.
  func best(at operations: LedgerOperations) throws -> View? {
    var best: (chip: Chip, count: Int)?
    for chip in chips {
      let options = QuestionOptions(filter: chip.without.values(without: []))
      let count = try operations.funnel(options).content.totals.count
      if count > best?.count ?? 0 { best = (chip, count) }
    }
    return best.map {
      View(["chip": $0.chip.words, "href": state.address($0.chip.without), "found": $0.count])
    }
  }
}
