import Testing

@testable import Spreadsheet

@Suite struct CellDateTests {
  @Test(
    arguments: [
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-28"), ("61", "1900-03-01"),
      ("46112", "2026-03-31"), ("45351", "2024-02-29"), ("2958465", "9999-12-31"),
      ("46112.354166666664", "2026-03-31T08:30:00"), ("0.5", "12:00:00"),
      ("46112.999999999", "2026-04-01"),
    ])
  func aSerialOf1900IsADate(serial: String, text: String) throws {
    #expect(try date(serial, .from1900).inspected.text == text)
  }

  @Test(arguments: [("0", "1904-01-01"), ("1", "1904-01-02"), ("44650", "2026-03-31")])
  func aSerialOf1904IsADate(serial: String, text: String) throws {
    #expect(try date(serial, .from1904).inspected.text == text)
  }

  @Test(arguments: ["-1", "2958466", "1e300"])
  func anotherNumberIsNoDate(serial: String) throws {
    let number = try #require(DecimalNumber(serial))
    #expect(CellDate(serial: number, parts: .date, system: .from1900) == nil)
  }

  @Test func elapsedTimeCountsOn() throws {
    let number = try #require(DecimalNumber("-3.5"))
    let date = try #require(
      CellDate(serial: number, parts: [.elapsed, .hour], system: .from1900))
    #expect(date.inspected.text == "-84:00:00")
  }

  @Test func everyDayFindsItsSerialAgain() {
    for system in [DateSystem.from1900, .from1904] {
      for serial in stride(from: 61, through: 2_957_003, by: 97) {
        let date = system.date(ofDay: serial)
        #expect(system.serial(year: date.year, month: date.month, day: date.day) == serial)
      }
    }
  }

  private func date(_ serial: String, _ system: DateSystem) throws -> CellDate {
    let number = try #require(DecimalNumber(serial))
    return try #require(CellDate(serial: number, parts: .date, system: system))
  }
}
