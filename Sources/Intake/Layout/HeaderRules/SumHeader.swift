import Ledger

/// Sums that are not of a year: total, contract and fixed investment, yearly output and tax.
enum SumHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = path.leaf
    if leaf.containsAny(["完成", "到位", "累计", "计划完成", "设备", "建安"]) { return nil }
    let isOfBenefits = path.headings.contains { $0.bare.containsAny(["效益", "达产", "投产后"]) }
    if isOfBenefits, leaf.endsWithAny(["产值"]) { return .field(.expectedOutput) }
    if isOfBenefits, leaf.endsWithAny(["税收", "税金", "税"]), !leaf.contains("利") {
      return .field(.expectedTax)
    }
    let namesYear = HeaderPeriod.states(HeaderLabel(leaf), year: path.year)
    if leaf.contains("年产值") && !leaf.contains("累计") && !hasYearNumber(leaf) {
      return .field(.expectedOutput)
    }
    if leaf.containsAny(["年税收", "年税金", "年纳税", "年上缴税", "年利税"]) && !hasYearNumber(leaf) {
      return leaf.contains("利税") ? .unmapped : .field(.expectedTax)
    }
    if namesYear { return nil }
    if leaf.containsAny(["固定资产投资", "固定资产总投资", "固投"]) {
      return path.isBelowSeries ? .unmapped : .field(.fixedInvestment)
    }
    let isSum = leaf.containsAny(["投资", "金额", "资金", "额"])
    if leaf.containsAny(["合同", "协议", "签约"]) && isSum { return .field(.contractInvestment) }
    if leaf.containsAny(["总投资", "投资总额", "投资总规模", "概算", "投资估算"]) { return .field(.totalInvestment) }
    return nil
  }

  /// 2026年产值 is a year's output, not the yearly output expected.
  private static func hasYearNumber(_ leaf: String) -> Bool {
    guard let mark = leaf.firstIndex(of: "年"), mark > leaf.startIndex else { return false }
    return leaf[leaf.index(before: mark)].isNumber
  }
}
