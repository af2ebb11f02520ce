import Ledger

/// Which texts mean something as labels of a header, each found out once: where a column says 项目 in every
/// row, all cells of a list are asked.
final class KnownLabels {
  private let reader: HeaderReader
  private var known: [String: Bool] = [:]

  /// More texts than this are not remembered: they do not repeat.
  private static let limit = 20_000

  init(_ reader: HeaderReader) { self.reader = reader }

  /// Whether a cell's text is such a label.
  func contains(_ text: String) -> Bool {
    if let known = known[text] { return known }
    let label = HeaderLabel(CellText.unified(text))
    // The rules know Chinese words; what has none may be the catalogue's or a person's.
    let isKnown =
      (!text.utf8.allSatisfy { $0 < 0x80 } || reader.lexicon.knows(label))
      && reader.meaning(of: [label]) != .unmapped
    if known.count < Self.limit { known[text] = isKnown }
    return isKnown
  }
}
