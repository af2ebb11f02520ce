/// The period of a figure in a series: a year, one month, or a span of months of one year.
///
/// Written `2026`, `2026-03`, `2026-01..03`. For money done, `2026` is a year-to-date figure.
package struct Period: Hashable, Sendable, Comparable {
  package let year: Int16
  /// The first month; 0 for a whole year.
  package let firstMonth: Int8
  /// The last month; 0 for a whole year.
  package let lastMonth: Int8

  private init(year: Int, first: Int, last: Int) {
    self.year = Int16(year)
    firstMonth = Int8(first)
    lastMonth = Int8(last)
  }

  /// The period of already validated parts.
  init(year: Int16, firstMonth: Int8, lastMonth: Int8) {
    self.year = year
    self.firstMonth = firstMonth
    self.lastMonth = lastMonth
  }

  /// A whole year, or a year to date.
  package static func year(_ year: Int) -> Period? {
    (1900..<2200).contains(year) ? Period(year: year, first: 0, last: 0) : nil
  }

  /// One month.
  package static func month(_ year: Int, _ month: Int) -> Period? {
    months(year, month, month)
  }

  /// A span of months. A span of several months keeps both ends: `2026-01..03`.
  package static func months(_ year: Int, _ first: Int, _ last: Int) -> Period? {
    guard (1900..<2200).contains(year), first >= 1, first <= last, last <= 12 else { return nil }
    return Period(year: year, first: first, last: last)
  }

  package var isYear: Bool { firstMonth == 0 }
  package var isMonth: Bool { firstMonth != 0 && firstMonth == lastMonth }

  /// By year, then whole years first, then by months.
  package static func < (left: Period, right: Period) -> Bool {
    (left.year, left.firstMonth, left.lastMonth) < (right.year, right.firstMonth, right.lastMonth)
  }

  /// The written form.
  package var text: String {
    if isYear { return "\(year)" }
    let first = Self.padded(firstMonth)
    return isMonth ? "\(year)-\(first)" : "\(year)-\(first)..\(Self.padded(lastMonth))"
  }

  /// Its last month as a date; nil for a whole year.
  package var lastDate: PartialDate? { PartialDate(year: Int(year), .month(Int(lastMonth))) }

  /// Parses the written form.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count >= 4, let year = Int(text.prefix(4)) else { return nil }
    let rest = text.dropFirst(4)
    let period: Period?
    if rest.isEmpty {
      period = .year(year)
    } else if rest.hasPrefix("-") {
      let months = rest.dropFirst().split(separator: ".", omittingEmptySubsequences: true)
      guard let first = months.first.flatMap({ Int($0) }), months.count <= 2 else { return nil }
      let last = months.count == 2 ? Int(months[1]) : first
      guard let last, (rest.contains("..") ? 2 : 1) == months.count else { return nil }
      period = .months(year, first, last)
    } else {
      period = nil
    }
    guard let period else { return nil }
    self = period
  }

  private static func padded(_ month: Int8) -> String { month < 10 ? "0\(month)" : "\(month)" }
}
