/// A number that its format displays as a date or time.
package struct CellDate: Sendable, Hashable {
  /// The stored number: days, with the time of day as their fraction.
  package let serial: DecimalNumber
  /// The parts that the number format displays.
  package let parts: DateParts
  package let system: DateSystem

  /// A date from the stored number; nil when it is not a day from 0 to 9999-12-31. Only a duration may
  /// be negative.
  package init?(serial: DecimalNumber, parts: DateParts, system: DateSystem) {
    let days = parts.contains(.elapsed) ? abs(serial.double) : serial.double
    guard days >= 0, days < Double(system.days.upperBound) + 1 else { return nil }
    self.serial = serial
    self.parts = parts
    self.system = system
  }

  package var year: Int { date.year }
  package var month: Int { date.month }
  package var day: Int { date.day }
  package var hour: Int { millisecondOfDay / 3_600_000 }
  package var minute: Int { millisecondOfDay / 60_000 % 60 }
  package var second: Int { millisecondOfDay / 1000 % 60 }
  package var millisecond: Int { millisecondOfDay % 1000 }

  /// Year, month and day together.
  package var date: (year: Int, month: Int, day: Int) {
    system.date(ofDay: max(milliseconds, 0) / 86_400_000)
  }

  /// Milliseconds since the system's day 0, rounded; negative only in a duration.
  package var milliseconds: Int {
    let last = (system.days.upperBound + 1) * 86_400_000 - 1
    return max(-last, min(Int((serial.double * 86_400_000).rounded()), last))
  }

  private var millisecondOfDay: Int { abs(milliseconds) % 86_400_000 }
}
