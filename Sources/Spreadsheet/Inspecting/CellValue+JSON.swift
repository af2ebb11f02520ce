extension CellValue {
  /// Appends the value as JSON: texts, numbers and Booleans directly, others as an object such as
  /// `{"date":"2026-03-01"}`. A formula without a result is `null`, as a blank cell is.
  func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: number.description.utf8)
    case .shown(let shown): bytes.append(contentsOf: shown.number.description.utf8)
    case .uncalculated: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .error(let literal):
      bytes.append(contentsOf: "{\"error\":".utf8)
      JSONText.append(literal, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .date(let date):
      let (kind, text) = date.inspected
      bytes.append(contentsOf: "{\"\(kind)\":\"\(text)\"}".utf8)
    }
  }
}

extension CellDate {
  /// The kind of date and its ISO text: a duration when the format displays elapsed time, a time
  /// without a day, else a date with or without a time.
  package var inspected: (kind: String, text: String) {
    let total = milliseconds
    if parts.contains(.elapsed) {
      let hours = (total < 0 ? "-" : "") + String(abs(total) / 3_600_000)
      return ("duration", hours + ":" + clock(minutesOnly: true))
    }
    let hasDay = !parts.isDisjoint(with: .date)
    if total < 86_400_000, system == .from1900 || !hasDay { return ("time", clock()) }
    let date = date
    let day = "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))"
    return total % 86_400_000 == 0 ? ("date", day) : ("datetime", day + "T" + clock())
  }

  private func clock(minutesOnly: Bool = false) -> String {
    let tail = "\(padded(minute)):\(padded(second))"
    let fraction = millisecond == 0 ? "" : "." + padded(millisecond, to: 3)
    return (minutesOnly ? "" : padded(hour) + ":") + tail + fraction
  }

  private func padded(_ value: Int, to width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
