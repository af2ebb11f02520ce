package import Ledger

extension ReportingRule {
  /// The rule in force, in words: which projects report, by when, and what counts as reported.
  package func sentence(_ catalogue: Catalogue) -> String {
    let names = stages.map { catalogue.name(of: .stage, $0) }.joined(separator: "、")
    return "\(names)阶段\(needsPlan ? "、有年度计划" : "")的项目，次月\(day)日前；"
      + "报了当月完成投资（到当月的累计，或者当月一个月的数）的算已报"
  }
}
