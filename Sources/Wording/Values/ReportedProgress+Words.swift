package import Ledger

extension ReportedProgress.Known {
  /// The text as of a month, prefixed with its own month if that is an earlier one.
  package func words(asOf asked: Period) -> String {
    if month == asked { return text }
    let year = month.year == asked.year ? "" : "\(month.year)年"
    return "（\(year)\(month.lastMonth)月）\(text)"
  }
}
