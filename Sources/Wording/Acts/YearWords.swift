package import Ledger

/// Sentences about years.
package enum YearWords {
  /// The default reason for opening a year.
  package static func reason(_ year: Int, from: Int) -> String {
    "开立\(year)年，沿用\(from)年的目标和任务"
  }

  /// Why there is nothing on a day: `begun` is the day of the first entry.
  package static func before(_ begun: PartialDate) -> String { "台账自\(begun.words)起有记录，此前没有台账" }
}
