import Ledger

/// 其中：…, or 设备 or 自筹 below a sum's heading, is a part of a sum: only the fixed-asset part has a
/// field.
enum PartOfSumHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let words = path.words
    guard let part = named(path.leaf, words) else {
      return words[.sumSubtotal].contains(path.leaf) || isPart(path) ? .unmapped : nil
    }
    // 其中：2026年计划投资 is not a part but the year's plan.
    if SeriesHeader.isOfTime(part, path, reader.lexicon) { return nil }
    return part.beginsWithAny(words[.sumFixed]) && !part.containsAny(words[.sumFixedWithout])
      && !path.isBelowSeries ? .field(.fixedInvestment) : .unmapped
  }

  /// The part in 其中：… and 总投资中：….
  private static func named(_ leaf: String, _ words: HeaderWords) -> String? {
    if let lead = words[.sumAmong].first(where: leaf.hasPrefix) {
      return leaf.dropFirst(lead.count).trimmingPrefixes(of: [":", "："])
    }
    return leaf.firstRange(of: "中:").map { String(leaf[$0.upperBound...]) }
  }

  /// Whether the leaf is a use or source of the sum in the heading above it.
  private static func isPart(_ path: HeaderPath) -> Bool {
    path.isBelow(.sumHeading) && path.leaf.count <= 10
      && path.leaf.containsAny(path.words[.sumPart])
      && !path.leaf.containsAny(path.words[.sumPartOther])
  }
}
