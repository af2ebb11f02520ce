package import Ledger

extension ReportedProgress.Known {
  /// What it says, as of a month: what was reported for an earlier month says which.
  package func words(asOf asked: Period) -> String {
    if month == asked { return text }
    let year = month.year == asked.year ? "" : "\(month.year)年"
    return "（\(year)\(month.lastMonth)月）\(text)"
  }
}
