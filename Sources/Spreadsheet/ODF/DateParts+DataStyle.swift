extension DateParts {
  /// Reads the `number:date-style` or `number:time-style` that has just started, through its end tag,
  /// and returns the parts of a date it displays.
  static func readDataStyle(_ xml: inout XMLTokenizer) throws(SpreadsheetError) -> DateParts {
    var parts: DateParts = []
    let countsOn = xml.qualifiedAttribute("truncate-on-overflow")
    if let countsOn, countsOn.elementsEqual("false".utf8) { parts.insert(.elapsed) }
    while true {
      switch try xml.next() {
      case .start:
        parts.formUnion(part(xml))
        try xml.skipElement()
      case .end: return parts
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// The date part of a data style's current element; a weekday counts as the day.
  private static func part(_ xml: borrowing XMLTokenizer) -> DateParts {
    if xml.isNamed("year") { return .year }
    if xml.isNamed("month") { return .month }
    if xml.isNamed("day") || xml.isNamed("day-of-week") { return .day }
    if xml.isNamed("hours") || xml.isNamed("am-pm") { return .hour }
    if xml.isNamed("minutes") { return .minute }
    if xml.isNamed("seconds") { return .second }
    return []
  }
}
