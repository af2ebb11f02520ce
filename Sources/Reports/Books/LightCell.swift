import Ledger

/// A light as a cell: a coloured mark and always a word.
enum LightCell {
  static func cell(_ light: ProjectLight?, _ rule: LightRule) -> ReportCell {
    guard let light else { return ReportCell(.blank, .centred) }
    let style: ReportStyle =
      switch light.light {
      case .normal: .normal
      case .lagging: .lagging
      case .serious: .serious
      }
    return .text("● " + rule.word(light.light), style)
  }

  /// The rule as a caption states it, with the projects that have no light.
  static func caption(_ rule: LightRule) -> String {
    "进度灯：\(rule.sentence)；未报年度计划或完成投资的不亮灯"
      + (rule.overdueIsSerious ? "（节点逾期的除外）" : "")
  }
}
