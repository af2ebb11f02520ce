import Ledger
import Wording

/// Formats numbers for pages.
enum Figures {
  /// An amount in 万元 with thousands separators, such as 15,380 or 7,533.51.
  static func wan(_ money: Money) -> String {
    money.text(in: .wanYuan).groupedByThousands
  }

  /// An amount in 亿元 with two decimals; one that would round to zero keeps all its digits.
  static func yi(_ money: Money) -> String {
    let isTiny = money.fen != 0 && money.fen.magnitude < MoneyUnit.yiYuan.fenPerUnit.magnitude / 200
    return isTiny ? money.text(in: .yiYuan) : money.fixed(in: .yiYuan, places: 2)
  }

  /// An amount in 亿元, or blank for zero.
  static func yiOrBlank(_ money: Money) -> String { money.fen == 0 ? "" : yi(money) }

  /// An amount in whole 亿元 for a cell of a matrix, or `<1` if it would round to zero.
  static func wholeYi(_ money: Money) -> String {
    let text = money.fixed(in: .yiYuan, places: 0)
    return text == "0" && money.fen > 0 ? "<1" : text
  }

  /// A ratio as a percentage with one decimal, such as 16.4%.
  static func percent(_ share: Double) -> String {
    let tenths = Int64((share * 1000).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%"
  }
}
