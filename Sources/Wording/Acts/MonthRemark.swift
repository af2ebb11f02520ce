package import Ledger

/// What somebody is asked to look at once in a month's figure before it is written.
package enum MonthRemark: Hashable, Sendable {
  /// Less than nothing was done.
  case negative
  /// More than what the year's plan leaves after the months before.
  case abovePlan(rest: Money)
  /// Ten times the month before, or more.
  case farAbove(monthBefore: Money)
  /// By it the ledger's figures reach a month that no list has brought: the months before are stated one by one.
  case movesLedger(month: Int)

  package var sentence: String {
    switch self {
    case .negative: "当月完成投资小于 0，只在冲减以前多报的数时这样填"
    case .abovePlan(let rest):
      rest.fen > 0
        ? "当月完成投资超过年度计划还剩的 \(rest.wanYuan) 万元" : "以前各月累计已经达到年度计划，当月还有完成"
    case .farAbove(let before): "当月完成投资是上月（\(before.wanYuan) 万元）的十倍以上，看看单位是不是万元"
    case .movesLedger(let month):
      "这个项目以前各月都单独有数，加上这个数，台账和报表就截至 \(month) 月"
    }
  }

  /// What is remarked of a figure; `rest` is what the year's plan leaves, where both are known.
  package static func all(of own: Money, rest: Money?, monthBefore: Money?) -> [MonthRemark] {
    var remarks: [MonthRemark] = []
    if own.fen < 0 { remarks.append(.negative) }
    if let rest, own.fen > 0, own.fen > rest.fen { remarks.append(.abovePlan(rest: rest)) }
    if let monthBefore, monthBefore.fen > 0, own.fen / 10 >= monthBefore.fen {
      remarks.append(.farAbove(monthBefore: monthBefore))
    }
    return remarks
  }
}
