import Ledger
import Storage
import Wording

extension HeldSum {
  /// The same where all projects are shown: what waits in others' lists is nobody's business.
  static func shown(_ store: LedgerStore, through revision: Int64) throws -> HeldSum? {
    store.showsEverything ? try HeldSum(store, through: revision) : nil
  }

  /// What waits at a revision; nil where nothing does.
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
