/// The parts of a date that a number format displays: `yyyy"年"m"月"` has year and month.
package struct DateParts: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  /// Parts from their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let year = DateParts(rawValue: 1)
  package static let month = DateParts(rawValue: 2)
  package static let day = DateParts(rawValue: 4)
  package static let hour = DateParts(rawValue: 8)
  package static let minute = DateParts(rawValue: 16)
  package static let second = DateParts(rawValue: 32)
  /// Hours, minutes or seconds beyond 24 or 60: a duration.
  package static let elapsed = DateParts(rawValue: 64)

  static let date: DateParts = [.year, .month, .day]
  static let time: DateParts = [.hour, .minute, .second]
}
