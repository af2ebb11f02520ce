extension FilterProperty {
  /// 总投资 within bounds, inclusive.
  package static let investment = FilterProperty(
    "investment",
    options: [
      .money(.minInvestment, \.minInvestment), .money(.maxInvestment, \.maxInvestment),
    ],
    restrictions: { filter in
      [
        filter.minInvestment.map { .atLeast(.totalInvestment, $0) },
        filter.maxInvestment.map { .atMost(.totalInvestment, $0) },
      ].compactMap { $0 }
    }
  ) { filter, _ in
    switch (filter.minInvestment, filter.maxInvestment) {
    case (let min?, let max?): "总投资 \(sum(min))至 \(sum(max))"
    case (let min?, nil): "总投资 \(sum(min))以上"
    case (nil, let max?): "总投资 \(sum(max))以下"
    case (nil, nil): nil
    }
  }

  /// An amount in 亿元 from 1 亿元 up, else in 万元.
  private static func sum(_ money: Money) -> String {
    let unit: MoneyUnit = money.fen >= MoneyUnit.yiYuan.fenPerUnit ? .yiYuan : .wanYuan
    return "\(money.text(in: unit)) \(unit.rawValue)"
  }
}

extension FilterOption {
  package static let minInvestment = FilterOption("min-investment")
  package static let maxInvestment = FilterOption("max-investment")
}
