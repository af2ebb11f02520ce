import Ledger

/// 其中：… is a part of the sum beside it, as is 设备 or 自筹 below a sum's heading: only the
/// fixed-asset part has a field.
enum PartOfSumHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard path.leaf.hasPrefix("其中") else {
      return path.leaf == "小计" || path.leaf == "其他费用" || isPart(path) ? .unmapped : nil
    }
    let part = path.leaf.dropFirst(2).trimmingPrefixes(of: [":", "："])
    // 其中：2026年计划投资 is no part but the year's.
    if SeriesHeader.isOfTime(part, path) { return nil }
    let isFixed = part.hasPrefix("固定资产投资") || part.hasPrefix("固投") || part.hasPrefix("固定投资")
    return isFixed && !part.containsAny(["完成", "计划", "到位", "率"]) && !path.isBelowSeries
      ? .field(.fixedInvestment) : .unmapped
  }

  /// What a sum is spent on or comes from, below the heading of the sum.
  private static func isPart(_ path: HeaderPath) -> Bool {
    let parts = [
      "设备", "建安", "建筑安装", "流动资金", "预备费", "土地", "自筹", "自有", "贷款", "资本金", "财政", "中央",
      "自治区", "债券", "区外", "区内", "省外", "省内", "市外", "股权",
    ]
    let isBelowSum = path.headings.contains { $0.bare.containsAny(["投资", "资金", "概算"]) }
    return isBelowSum && path.leaf.count <= 10 && path.leaf.containsAny(parts)
      && !path.leaf.containsAny(["用地", "面积", "来源", "单位", "时间", "内容", "情况"])
  }
}
