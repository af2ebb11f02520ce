import Ledger

/// Sums without a year: total, contract and fixed investment, yearly output and tax.
enum SumHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let (leaf, words) = (path.leaf, path.words)
    if leaf.containsAny(words[.sumWithout]) { return nil }
    if let benefit = benefit(path) { return benefit }
    if HeaderPeriod.states(HeaderLabel(leaf), year: path.year) { return nil }
    if leaf.containsAny(words[.sumFixed]) {
      return path.isBelowSeries ? .unmapped : .field(.fixedInvestment)
    }
    if leaf.containsAny(words[.sumContract]) && leaf.containsAny(words[.sumMoney]) {
      return .field(.contractInvestment)
    }
    return leaf.containsAny(words[.sumTotal]) ? .field(.totalInvestment) : nil
  }

  /// The meaning of 年产值, 年税收, and of 产值 or 税收 below 达产后.
  private static func benefit(_ path: HeaderPath) -> ColumnMeaning? {
    let (leaf, words) = (path.leaf, path.words)
    let isBelow = path.isBelow(.sumBenefit)
    let isOther = leaf.containsAny(words[.sumTaxOther])
    if isBelow, leaf.endsWithAny(words[.sumOutput]) { return .field(.expectedOutput) }
    if isBelow, leaf.endsWithAny(words[.sumTax]), !isOther { return .field(.expectedTax) }
    // 2026年产值 is a year's output, not the yearly output expected.
    if hasYearNumber(leaf) { return nil }
    func isYearly(_ term: HeaderTerm) -> Bool { words[term].contains { leaf.holds("年" + $0) } }
    if isYearly(.sumOutput) { return .field(.expectedOutput) }
    guard isYearly(.sumTax) else { return nil }
    return isOther ? .unmapped : .field(.expectedTax)
  }

  private static func hasYearNumber(_ leaf: String) -> Bool {
    guard let mark = leaf.firstIndex(of: "年"), mark > leaf.startIndex else { return false }
    return leaf[leaf.index(before: mark)].isNumber
  }
}
