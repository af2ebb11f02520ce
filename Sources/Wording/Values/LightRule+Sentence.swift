package import Ledger

extension LightRule {
  /// The rule in words, as a book states it, with every reason that a light can have.
  package var sentence: String {
    let overdue = overdueIsSerious ? "，或节点、计划开竣工逾期，" : ""
    return "完成率\(Self.words(normalAtLeast))为\(word(.normal))，"
      + "\(Self.words(laggingAtLeast))为\(word(.lagging))，"
      + "\(Self.beyond(laggingAtLeast))\(overdue)为\(word(.serious))"
      + (openProblem == .normal ? "" : "；登记有未办结问题的最高评为\(word(openProblem))")
      + "；完成投资只报到较早月份的，与所报月份的序时进度比"
      + "；有年度计划而未报完成投资的为\(word(.unreported))"
  }

  /// The smallest difference that is sufficient: 落后序时进度不超过 5 个百分点.
  private static func words(_ difference: Int) -> String {
    if difference == 0 { return "不低于序时进度" }
    return difference < 0
      ? "落后序时进度不超过 \(-difference) 个百分点" : "超过序时进度 \(difference) 个百分点以上"
  }

  /// What is no longer sufficient: 落后超过 15 个百分点.
  private static func beyond(_ difference: Int) -> String {
    difference < 0 ? "落后超过 \(-difference) 个百分点" : "低于此数"
  }
}
