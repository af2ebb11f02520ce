import Ledger
import Storage
import Wording

extension HeldSum {
  /// The same if all projects are visible; what waits in others' lists is hidden.
  static func shown(_ store: LedgerStore, through revision: Int64) throws -> HeldSum? {
    store.showsEverything ? try HeldSum(store, through: revision) : nil
  }

  /// The rows waiting at a revision; nil if there are none.
  init?(_ store: LedgerStore, through revision: Int64) throws {
    let open = try HeldRows(store, through: revision).open
    if open.isEmpty { return nil }
    let sums = open.compactMap { held -> Money? in
      if case .money(let sum)? = held.row[FieldKey(.totalInvestment)] { sum } else { nil }
    }
    self.init(
      rows: open.count,
      investment: sums.isEmpty ? nil : Money(fen: sums.reduce(0) { $0 + $1.fen }))
  }
}
