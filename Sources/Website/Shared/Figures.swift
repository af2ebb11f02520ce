import Ledger

/// Numbers as pages show them.
enum Figures {
  /// A sum in 万元, in groups of three: 15,380 or 7,533.51.
  static func wan(_ money: Money) -> String {
    let text = Array(money.text(in: .wanYuan).utf8)
    let start = text.first == UInt8(ascii: "-") ? 1 : 0
    let end = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    var grouped = Array(text[..<start])
    for place in start..<end {
      if place > start, (end - place) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(text[place])
    }
    return String(decoding: grouped + text[end...], as: UTF8.self)
  }

  /// A sum in 亿元 with two decimals; one that would round to nothing keeps its digits.
  static func yi(_ money: Money) -> String {
    let isTiny = money.fen != 0 && money.fen.magnitude < MoneyUnit.yiYuan.fenPerUnit.magnitude / 200
    return isTiny ? money.text(in: .yiYuan) : money.fixed(in: .yiYuan, places: 2)
  }

  /// The same; blank where nobody states a sum.
  static func yiOrBlank(_ money: Money) -> String { money.fen == 0 ? "" : yi(money) }

  /// A sum in whole 亿元, for cells of a matrix; less than one where it would round to nothing.
  static func wholeYi(_ money: Money) -> String {
    let text = money.fixed(in: .yiYuan, places: 0)
    return text == "0" && money.fen > 0 ? "<1" : text
  }

  /// A share as per cent with one decimal: 16.4%.
  static func percent(_ share: Double) -> String {
    let tenths = Int64((share * 1000).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%"
  }
}
