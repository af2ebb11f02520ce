extension FilterProperty {
  /// 计法: the counting of packages.
  package static let counting = FilterProperty(
    "counting", options: [.choice(.counting, \.counting)], isProviso: true
  ) { filter, _ in
    filter.counting == .packages ? "打包项目按 1 项计" : "打包项目拆分计"
  }

  /// Whether projects that are 终止 or 退库 are included; a filter that names conditions needs no proviso.
  package static let ended = FilterProperty(
    "ended", options: [.flag(.ended, \.includesEnded)], isProviso: true
  ) { filter, catalogue in
    if !filter.conditions.isEmpty { return nil }
    let ended = catalogue.endedConditions.map(\.name).joined(separator: "、")
    return "\(filter.includesEnded ? "含" : "不含")\(ended)"
  }
}

extension FilterOption {
  package static let counting = FilterOption("counting")
  package static let ended = FilterOption("ended")
}
