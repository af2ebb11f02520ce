import Engine
import Ledger

/// Whether less than a share of the year's plan is done; where one of them is unknown it is not said.
struct RateJudge: RowJudge {
  private let share: Quantity

  init(below share: Quantity) { self.share = share }

  /// The columns that tell plan and sum done.
  static let columns = [ScanQuery.Column.plan, ScanQuery.Column.done, ScanQuery.Column.reach]

  var columns: [Int32] { Self.columns }

  func passes(_ row: any Statement, _ scan: inout Scan) throws -> Bool {
    guard let plan = scan.plan(row), plan > 0, let done = try scan.done(row) else { return false }
    return Int128(done.amount.fen) * 10_000 < Int128(plan) * Int128(share.tenThousandths)
  }
}
