package import Ledger

/// The number and total investment of rows that wait for a person: no book counts them.
package struct HeldSum: Hashable, Sendable {
  package let rows: Int
  /// The total investment of those that state one; nil if none does.
  package let investment: Money?

  package init(rows: Int, investment: Money?) {
    self.rows = rows
    self.investment = investment
  }

  /// The note beneath a book's table.
  package var caption: String {
    let sum = investment.map { "，总投资合计\($0.text(in: .yiYuan))亿元" } ?? ""
    return "各单位清单里另有\(rows)行待人核定\(sum)，核定以前不计入本表"
  }
}
