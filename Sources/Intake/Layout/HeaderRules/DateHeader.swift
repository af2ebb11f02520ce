import Ledger

/// 开工 and 竣工 are planned when 计划, 预计 or 拟 stands anywhere in the path, else actual.
enum DateHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    // 计划 below 开工时间 is 计划开工时间.
    let isAspect = ["计划", "预计", "实际"].contains(path.leaf.trimmingSuffixes(of: ["时间"]))
    let leaf = isAspect ? path.headings.first?.bare ?? path.leaf : path.leaf
    let times = ["时间", "日期", "年月", "时点", "节点", "年限", "年份"]
    let isTime =
      leaf.containsAny(times) || leaf.hasSuffix("月份") || isPlannedEvent(leaf)
      || (path.headings.contains { $0.bare.containsAny(times + ["工期"]) }
        && leaf.count <= 6 && !leaf.contains("情况"))
    if leaf.hasSuffix("起止") { return .period }
    guard isTime else { return nil }
    let isStart = leaf.containsAny(["开工", "动工"])
    let isFinish = leaf.containsAny(["竣工", "建成", "完工"])
    if leaf.contains("起止") || (isStart && isFinish) || leaf.hasPrefix("开竣工") { return .period }
    if isStart { return .field(path.isPlanned ? .startPlanned : .startActual) }
    if leaf.contains("投产") { return .field(.productionDate) }
    if isFinish { return .field(path.isPlanned ? .finishPlanned : .finishActual) }
    if leaf.containsAny(["签约", "签订"]) { return path.isPlanned ? .unmapped : .field(.signDate) }
    return nil
  }

  /// 计划开工, 预计竣工: a planned event by its bare name is asked for its time.
  private static func isPlannedEvent(_ leaf: String) -> Bool {
    ["计划", "预计", "拟"].contains { plan in
      ["开工", "动工", "竣工", "完工", "建成"].contains { leaf == plan + $0 }
    }
  }
}
