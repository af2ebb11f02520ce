/// Parses ISO 8601 dates of cells of type d: "2014-02-14", "2014-02-14T08:27:48.765Z" or "08:27".
enum ISODate {
  /// The date as a serial number of a date system; nil when it is invalid. Its parts are those of the
  /// format, else those in the text.
  static func parse(_ bytes: Bytes, parts: DateParts, system: DateSystem) -> CellDate? {
    var scanner = Scanner(bytes: bytes)
    var written: DateParts = []
    var day = 0
    if let date = scanner.date() {
      guard (1...9999).contains(date.year), (1...12).contains(date.month),
        (1...31).contains(date.day)
      else { return nil }
      day = system.serial(year: date.year, month: date.month, day: date.day)
      written = .date
      if scanner.isAtEnd { return make(day, 0, parts, written, system) }
      guard scanner.skip("T") || scanner.skip(" ") else { return nil }
    }
    guard let millisecond = scanner.time() else { return nil }
    _ = scanner.skip("Z")
    guard scanner.isAtEnd else { return nil }
    return make(day, millisecond, parts, written.union(.time), system)
  }

  private static func make(
    _ day: Int, _ millisecond: Int, _ parts: DateParts, _ written: DateParts, _ system: DateSystem
  ) -> CellDate? {
    let total = day * 86_400_000 + millisecond
    guard total >= 0 else { return nil }
    let serial =
      millisecond == 0
      ? DecimalNumber(day) : DecimalNumber(String(Double(total) / 86_400_000)) ?? DecimalNumber(day)
    return CellDate(serial: serial, parts: parts.isEmpty ? written : parts, system: system)
  }
}

/// Scans the bytes of an ISO date.
private struct Scanner {
  let bytes: Bytes
  private var index = 0

  init(bytes: Bytes) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Year, month and day; nil, without advancing, when they do not follow.
  mutating func date() -> (year: Int, month: Int, day: Int)? {
    let start = index
    if let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) {
      return (year, month, day)
    }
    index = start
    return nil
  }

  /// The milliseconds of a time of day; nil when it is invalid.
  mutating func time() -> Int? {
    guard let hour = digits(2), hour < 25, skip(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    var total = (hour * 60 + minute) * 60_000
    guard skip(":") else { return total }
    guard let second = digits(2), second < 61 else { return nil }
    total += second * 1000
    guard skip(".") else { return total }
    var weight = 100
    while let digit = digits(1) {
      total += digit * weight
      weight /= 10
    }
    return total
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard bytes.count - index >= count else { return nil }
    var value = 0
    for byte in bytes[index..<(index + count)] {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    index += count
    return value
  }
}
