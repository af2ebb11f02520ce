import Ledger

/// Figures as text in sentences.
enum FigureWords {
  /// In 亿元; in 万元 if the sum would round to zero.
  static func amount(_ money: Money) -> String {
    let hundredths = ScaledInteger.rescale(mantissa: money.fen, exponent: -10, toExponent: -2) ?? 0
    if hundredths == 0 && money.fen != 0 { return money.text(in: .wanYuan) + "万元" }
    return money.fixed(in: .yiYuan, places: 2) + "亿元"
  }

  /// 18.6%, 不足0.1%.
  static func percent(_ rate: Double) -> String {
    rate > 0 && rate < 0.0005 ? "不足0.1%" : decimal(rate * 100) + "%"
  }

  /// 落后序时进度6.4个百分点.
  static func distance(_ rate: Double, month: Int) -> String {
    let points = ((rate - Double(month) / 12) * 1000).rounded() / 10
    if points == 0 { return "与序时进度持平" }
    return "\(points > 0 ? "超" : "落后")序时进度\(decimal(abs(points)))个百分点"
  }

  private static func decimal(_ number: Double) -> String {
    let tenths = Int64((number * 10).rounded())
    return "\(tenths / 10).\(tenths.magnitude % 10)"
  }
}
