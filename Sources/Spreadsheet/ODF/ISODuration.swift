/// Parses the durations of cells, such as "PT08H30M00.500S" (ISO 8601, XML Schema part 2 §3.2.6).
enum ISODuration {
  /// The duration in days; nil when it is invalid, or in months or years, whose length varies.
  static func parse(_ bytes: Bytes, system: DateSystem) -> CellDate? {
    var index = 0
    let isNegative = skip("-", bytes, &index)
    guard skip("P", bytes, &index) else { return nil }
    var total = 0
    var isTime = false
    var hadPart = false
    while index < bytes.count {
      if !isTime, skip("T", bytes, &index) {
        isTime = true
        continue
      }
      guard let part = part(bytes, &index, isTime: isTime) else { return nil }
      total += part
      guard total < longest else { return nil }
      hadPart = true
    }
    guard hadPart else { return nil }
    let days = Double(total) / 86_400_000
    let sign = isNegative ? "-" : ""
    let serial =
      total % 86_400_000 == 0
      ? DecimalNumber((isNegative ? -1 : 1) * (total / 86_400_000))
      : DecimalNumber(sign + "\(days)")
    guard let serial else { return nil }
    return CellDate(serial: serial, parts: DateParts.time.union(.elapsed), system: system)
  }

  /// The milliseconds of one number and its unit; nil when it is invalid.
  private static func part(_ bytes: Bytes, _ index: inout Int, isTime: Bool) -> Int? {
    guard let end = bytes[index...].firstIndex(where: { $0 > UInt8(ascii: "9") }),
      let number = DecimalNumber(bytes: Bytes(rebasing: bytes[index..<end])), number.mantissa >= 0
    else { return nil }
    let unit = bytes[end]
    index = end + 1
    let length: Double
    switch (isTime, unit) {
    case (false, UInt8(ascii: "D")): length = 86_400_000
    case (true, UInt8(ascii: "H")): length = 3_600_000
    case (true, UInt8(ascii: "M")): length = 60_000
    case (true, UInt8(ascii: "S")): length = 1000
    default: return nil
    }
    let milliseconds = (number.double * length).rounded()
    return milliseconds < Double(longest) ? Int(milliseconds) : nil
  }

  /// The upper limit in milliseconds: about 31,688 years.
  private static let longest = 1_000_000_000_000_000

  private static func skip(_ letter: Unicode.Scalar, _ bytes: Bytes, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: letter) else { return false }
    index += 1
    return true
  }
}
