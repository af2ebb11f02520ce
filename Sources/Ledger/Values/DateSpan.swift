/// A span of time for dates: `2026-Q3`, `2026-03..2026-06`, `2026-07..`, `..2026-06`.
package struct DateSpan: Hashable, Sendable {
  /// The start and end, inclusive; nil is open.
  package let first: PartialDate?
  package let last: PartialDate?

  /// Nil if it is open on both sides, or ends before it begins.
  package init?(_ first: PartialDate?, _ last: PartialDate?) {
    guard first != nil || last != nil else { return nil }
    if let first, let last, first.firstDay > last.lastDay { return nil }
    self.first = first
    self.last = last
  }

  /// The written form.
  package var text: String {
    first == last ? first?.text ?? "" : "\(first?.text ?? "")..\(last?.text ?? "")"
  }

  /// Parses the written form, also with 至 or ～ for the dots.
  package init?(_ text: String) {
    let usual = text.replacing("至", with: "..").replacing("～", with: "..")
    guard let dots = usual.firstRange(of: "..") else {
      guard let date = PartialDate(usual) else { return nil }
      self.init(date, date)
      return
    }
    let halves = [usual[..<dots.lowerBound], usual[dots.upperBound...]]
    let dates = halves.map { PartialDate($0) }
    guard zip(halves, dates).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    self.init(dates[0], dates[1])
  }

  /// Whether the span contains a date at its full range: `2026` is not in `2026-Q3`.
  package func contains(_ date: PartialDate) -> Bool {
    date.firstDay >= first?.firstDay ?? .min && date.lastDay <= last?.lastDay ?? .max
  }
}
