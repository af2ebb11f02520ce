package import Foundation
package import Ledger
import Logging
package import Storage

/// A person at a ledger: where it is, who acts, and what time it is.
///
/// Every operation is an extension of this type, in a file of its own.
package struct LedgerDesk: Sendable {
  /// The ledger's file.
  package let path: String
  /// Who acts: written into every entry.
  package let actor: String
  /// The clock.
  package let now: @Sendable () -> Date
  /// How long to wait for another writer.
  package var patience = Duration.seconds(30)

  package init(path: String, actor: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.path = path
    self.actor = actor
    self.now = now
  }

  /// Does something with the ledger open for reading; it is created on first use.
  package func reading<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try with(.reading, body)
  }

  /// Does something as the ledger's one writer.
  package func writing<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try with(.writing(timeout: patience), body)
  }

  /// What operations note for whoever looks into a slow or failed run.
  static let log = Logger(label: "taizhang")

  private func with<Result>(
    _ access: LedgerStore.Access, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    let store = try LedgerStore.open(path: path, access: access) {
      LedgerStore.Beginning(
        at: now(), actor: actor, catalogue: try Catalogue.shipped().items)
    }
    let result: Result
    do {
      result = try body(store, store.catalogue())
    } catch {
      // The first error is the one that tells; closing after it can only add noise.
      try? store.close()
      throw error
    }
    try store.close()
    return result
  }

  /// The year of today in Shanghai.
  package var currentYear: Int { ShanghaiCalendar.year(of: now()) }
}

/// The calendar of the people who use the ledger.
package enum ShanghaiCalendar {
  /// Asia/Shanghai, or UTC+8 where the system has no time zone data.
  package static let timeZone =
    TimeZone(identifier: "Asia/Shanghai") ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt

  static func year(of date: Date) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar.component(.year, from: date)
  }

  /// The day of a moment; nil outside the years that dates can have.
  static func day(of date: Date) -> PartialDate? { PartialDate(text(date).prefix(10)) }

  /// `2026-03-31 09:30:00`.
  package static func text(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    func padded(_ number: Int?) -> String {
      let text = String(number ?? 0)
      return text.count < 2 ? "0" + text : text
    }
    return "\(parts.year ?? 0)-\(padded(parts.month))-\(padded(parts.day)) "
      + "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))"
  }
}
