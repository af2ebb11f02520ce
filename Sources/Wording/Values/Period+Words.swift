package import Ledger

extension Period {
  /// The period in the style of official tables: 2026年, 2026年3月, 2026年1-3月.
  package var words: String {
    if isYear { return "\(year)年" }
    return "\(year)年" + (isMonth ? "\(lastMonth)月" : "\(firstMonth)-\(lastMonth)月")
  }
}
