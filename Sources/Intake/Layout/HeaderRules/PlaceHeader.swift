import Ledger

/// The address of a site is never a district; a county column is `district` even if it names zones.
enum PlaceHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = path.leaf
    if leaf.containsAny(path.words[.placeAddress]) {
      return leaf.containsAny(path.words[.placeOther]) ? .unmapped : .field(.address)
    }
    let text = path.labels.last?.text ?? ""
    // A term with a bracket, 县（区, is matched against the text with hints.
    let isCounty = path.words[.placeCounty].contains { word in
      (word.contains("(") ? text : leaf).holds(word)
    }
    if isCounty { return leaf.containsAny(path.words[.placeOther]) ? .unmapped : .field(.district) }
    return leaf.endsWithAny(path.words[.placeZone]) ? .field(.zone) : nil
  }
}
