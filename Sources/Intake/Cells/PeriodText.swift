import Ledger

/// A span of time in one cell: 2025-2027, 2025年6月至2027年12月, 2026年3-10月.
///
/// An end without a year takes the start's year; a single date is both start and end.
struct PeriodText {
  /// The year of dates without a year.
  let year: Int

  struct Span: Equatable, Sendable {
    let start: PartialDate
    let end: PartialDate
  }

  /// Reads a text whose white space is unified; nil if it is neither a span nor a date.
  func read(_ text: String) -> Span? {
    let folded = WrittenNumerals.inDigits(
      TextFolding.halfWidth(text).filter { !$0.isWhitespace })
    // 2025年6月至今 has no end.
    if folded.hasSuffix("至今") { return nil }
    for cut in Self.cuts(in: folded) {
      let left = String(folded[..<cut.lowerBound])
      let right = String(folded[cut.upperBound...])
      if let span = span(left, right) { return span }
    }
    guard case .date(let date) = DateText(year: year).read(folded) else { return nil }
    return Span(start: date, end: date)
  }

  /// The places to split the text at: words and long dashes first, then hyphens and slashes.
  private static func cuts(in text: String) -> [Range<String.Index>] {
    var strong: [Range<String.Index>] = []
    var weak: [Range<String.Index>] = []
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      var end = text.index(after: index)
      if "至到~—–―−〜".contains(character) {
        while end < text.endIndex, "~—–―−〜-".contains(text[end]) { end = text.index(after: end) }
        strong.append(index..<end)
      } else if character == "-" {
        while end < text.endIndex, text[end] == "-" { end = text.index(after: end) }
        weak.append(index..<end)
      } else if character == "/" {
        weak.append(index..<end)
      }
      index = end
    }
    return strong + weak.filter { cut in isYearBehind(cut, in: text) } + weak
  }

  private static func isYearBehind(_ cut: Range<String.Index>, in text: String) -> Bool {
    text[cut.upperBound...].prefix { $0.isASCII && $0.isNumber }.count == 4
  }

  private func span(_ left: String, _ right: String) -> Span? {
    guard let first = left.first, first.isNumber || "今本去上明".contains(first), !right.isEmpty
    else { return nil }
    // 2026年3-10月: the start borrows the end's 月.
    let openMonth =
      left.hasSuffix("年") ? "" : left.last?.isNumber == true && left.contains("年") ? "月" : ""
    guard case .date(let start) = DateText(year: year).read(left + openMonth) else { return nil }
    let digits = right.prefix { $0.isASCII && $0.isNumber }.count
    // A bare one- or two-digit number after a hyphen is a month, as in `2025-03`, not an end.
    guard
      digits == 4 || right.contains("月") || right.contains("年") || right.contains("季")
        || digits == 6
    else { return nil }
    guard case .date(let end) = DateText(year: start.year).read(right) else { return nil }
    return Span(start: start, end: end)
  }
}
