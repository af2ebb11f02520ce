package import Ledger

/// The progress of a target of the year, with the rule by which it was measured.
package struct TargetProgress: Sendable {
  /// The state of a target.
  package enum Standing: String, Sendable {
    case reached = "已达到"
    case onSchedule = "达到序时进度"
    case behind = "未达到序时进度"
    /// A rate, which can only be compared with its target value.
    case below = "低于目标"
  }

  package let target: Target
  /// In the target's unit; nil if unknown.
  package let value: Double?
  /// 台账计算, or the source of the reported figure and its period.
  package let source: String
  /// What is measured, in words, with what could not be decided.
  package let rule: String
  package let standing: Standing?
  /// Whether it was counted among a choice of projects: these contribute to the city's target, and are not measured
  /// against it.
  package let isOfChoice: Bool
  /// The projects that count.
  package let projects: [ProjectFigures]

  /// The value as a share of the target; nil for rates, which do not add up through the year, and of a choice of
  /// projects.
  package var share: Double? {
    guard target.unit != "%", !isOfChoice, let value, let goal = Double(target.value), goal > 0
    else {
      return nil
    }
    return value / goal
  }

  init(
    _ target: Target, value: Double?, source: String, rule: String, month: Int?,
    projects: [ProjectFigures], isOfChoice: Bool = false
  ) {
    self.target = target
    self.value = value
    self.source = source
    self.rule = rule
    self.projects = projects
    self.isOfChoice = isOfChoice
    standing = isOfChoice ? nil : Self.standing(value, of: target, month: month)
  }

  private static func standing(
    _ value: Double?, of target: Target, month: Int?
  ) -> Standing? {
    guard target.isHandedDown, let value, let goal = Double(target.value) else { return nil }
    let isReached =
      switch target.comparator {
      case "gt": value > goal
      case "lte": value <= goal
      default: value >= goal
      }
    if isReached { return .reached }
    if ["about", "lte"].contains(target.comparator) { return nil }
    if target.unit == "%" { return .below }
    guard let month, goal > 0 else { return nil }
    return value / goal >= Double(month) / 12 ? .onSchedule : .behind
  }

  /// The rule of the standings, as captions state it.
  package static func captions(_ edition: BookEdition) -> [String] {
    [caption]
      + (edition.isOfAll ? [] : ["目标是全市的；本表由台账计算的现值只计所选项目，是对全市目标的贡献，不评进度"])
  }

  private static let caption =
    "进度：数量类目标按完成比例与序时进度（月数除以12）比，不低于序时进度为达到序时进度；"
    + "比率、增速类目标只与目标值比；目标为“左右”“同步”“清零”的，没有达到时不评；"
    + "未报或无法计算的留空"
}
