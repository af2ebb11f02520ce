import Ledger

/// A site's address is never a county; a county's column is `district` even if it names zones.
enum PlaceHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = path.leaf
    if leaf.containsAny(path.words[.placeAddress]) {
      return leaf.containsAny(path.words[.placeOther]) ? .unmapped : .field(.address)
    }
    let text = path.labels.last?.text ?? ""
    // 县（区 stands where a hint does.
    let isCounty = path.words[.placeCounty].contains { word in
      (word.contains("(") ? text : leaf).holds(word)
    }
    if isCounty { return .field(.district) }
    return leaf.endsWithAny(path.words[.placeZone]) ? .field(.zone) : nil
  }
}
