import Ledger

/// A cache of which texts are header labels with a meaning: in a column that repeats 项目 every cell of a
/// list is looked up.
final class KnownLabels {
  private let reader: HeaderReader
  private var known: [String: Bool] = [:]

  /// The number of texts to cache; beyond it texts do not repeat.
  private static let limit = 20_000

  init(_ reader: HeaderReader) { self.reader = reader }

  /// Whether a cell's text is a known label.
  func contains(_ text: String) -> Bool {
    if let known = known[text] { return known }
    let label = HeaderLabel(CellText.unified(text))
    // The rules know only Chinese words; other texts may be in the catalogue or a decision.
    let isKnown =
      (!text.utf8.allSatisfy { $0 < 0x80 } || reader.lexicon.knows(label))
      && reader.meaning(of: [label]) != .unmapped
    if known.count < Self.limit { known[text] = isKnown }
    return isKnown
  }
}
