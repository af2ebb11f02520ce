import Foundation
package import Ledger
import Storage
package import Wording

extension LedgerOperations {
  /// Opens a year: targets and tasks of the latest year before it are copied as drafts, without goals and
  /// without the tasks' progress. Items that the year already has are unchanged. Registers need no copy,
  /// because each membership belongs to a year.
  ///
  /// Throws `malformedPeriod` and `nothingToCarryOver`.
  package func openYear(_ year: Int, reason: String?) throws -> (reply: Reply, entry: Entry?) {
    try act(.settings) { act in
      let catalogue = act.catalogue
      guard (1990...2100).contains(year) else { throw OperationError.malformedPeriod(String(year)) }
      guard let (from, items) = catalogue.items(before: year) else {
        throw OperationError.nothingToCarryOver(to: year)
      }
      let drafts = items.filter { catalogue.item($0.kind, $0.codeOfAllYears, of: year) == nil }
        .map { $0.drafted(for: year) }
      if drafts.isEmpty { return (.yearIsOpen(year), nil) }
      let entry = try act.write(
        act.entry(
          .catalogue, items: drafts, because: reason ?? YearWords.reason(year, from: from)))
      let reply = Reply.yearOpened(
        year, from: from, targets: drafts.count { $0.kind == .target },
        tasks: drafts.count { $0.kind == .task },
        registers: catalogue.items(of: .register).count {
          $0.attributes["annual"]?.isTrue ?? false
        },
        entry: entry.number)
      return (reply, entry)
    }
  }
}
