import Ledger
import Spreadsheet
import Testing

@testable import Intake

@Suite struct MeasureTextTests {
  private func wan(_ text: String, unit: String? = "万元") -> String {
    let column = unit.flatMap { word in MeasureUnit.money.first { $0.word == word } }
    let outcome = MeasureCell.read(.text(text), field: .totalInvestment, unit: column)
    var words: [String] = []
    if case .money(let money) = outcome.value { words.append(money.wanYuan) }
    words += outcome.findings.map(\.rawValue)
    return words.joined(separator: " ")
  }

  @Test(arguments: [
    ("8500", "8500"), ("12,500.00", "12500"), ("１２５００", "12500"), ("12 500", "12500"),
    ("5亿元", "50000"), ("1亿2000万元", "12000"), ("2.6亿元（含设备1.8亿元）", "26000"),
    ("8亿元，其中固投6亿元", "80000"), ("人民币3000万元", "3000"), ("￥3000万元", "3000"),
    ("0.5千万元", "500"), ("30000000元", "3000"), ("7533.51", "7533.51"), ("3万", "3"),
  ])
  func `金额按单元格、表头的单位换成万元`(text: String, expected: String) {
    #expect(wan(text) == expected)
  }

  @Test(arguments: [
    "约5亿元", "近5亿元", "大约5亿元", "超5亿元", "逾5亿元", "不低于5亿元", "不少于5亿元", "不超过5亿元",
    "≥5亿元", "≤5亿元", ">5亿元", "<5亿元", "~5亿元", "5亿元左右", "5亿元以上", "5亿元以下", "5亿元以内",
    "5亿余元", "5亿多元", "5亿元+", "约 5 亿元",
  ])
  func `约数保留所写的数并提示`(text: String) {
    #expect(wan(text) == "50000 value.approximate")
  }

  @Test(arguments: ["3-5亿元", "2～3", "3至4", "9000-12000", "3亿元-5亿元", "约3-5亿元"])
  func `区间没有一个数，不导入`(text: String) {
    #expect(wan(text) == "value.approximate")
  }

  @Test(arguments: ["5000万美元", "2亿欧元", "300万港元", "$500万"])
  func `外币不折算`(text: String) {
    #expect(wan(text) == "currency.foreign")
  }

  @Test(arguments: ["约五个亿", "叁亿元", "详见协议", "一期3亿元，二期5亿元", "abc", "1.2.3", "500)", "500】万元"])
  func `读不懂的金额不导入`(text: String) {
    #expect(wan(text) == "money.unparsable")
  }

  @Test func `没有任何单位的金额不导入`() {
    #expect(wan("8850", unit: nil) == "money.unit_missing")
    #expect(wan("8850万元", unit: nil) == "8850")
  }

  @Test(arguments: [("36.5", "36.5"), ("2公顷", "30"), ("约60亩", "60"), ("10000平方米", "15")])
  func `用地面积以亩计`(text: String, expected: String) {
    let outcome = MeasureCell.read(.text(text), field: .landArea, unit: nil)
    #expect(outcome.value?.plainText == expected)
  }
}
