import Ledger

/// 其中：… is a part of the sum beside it: only the fixed-asset part has a field.
enum PartOfSumHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard path.leaf.hasPrefix("其中") else {
      return path.leaf == "小计" || path.leaf == "其他费用" ? .unmapped : nil
    }
    let part = path.leaf.dropFirst(2).trimmingPrefixes(of: [":", "："])
    let isFixed = part.hasPrefix("固定资产投资") || part.hasPrefix("固投") || part.hasPrefix("固定投资")
    return isFixed && !part.containsAny(["完成", "计划", "到位", "率"]) && !path.isBelowSeries
      ? .field(.fixedInvestment) : .unmapped
  }
}
