/// The rule for what units report each month (每月应报).
package struct ReportingRule: Hashable, Sendable {
  /// The codes of the stages whose projects are reported.
  package let stages: [String]
  /// Whether only projects with a plan of the year are reported.
  package let needsPlan: Bool
  /// The deadline, a day of the following month.
  package let day: Int

  init(_ setting: Attribute?) {
    stages = setting?["stages"]?.texts ?? ["start", "build"]
    needsPlan = setting?["needs_plan"]?.text != "false"
    day = setting?["day"]?.integer ?? 5
  }

  /// Whether a project at a stage must be reported each month.
  package func expects(stage: String?, hasPlan: Bool) -> Bool {
    stage.map(stages.contains) ?? false && (hasPlan || !needsPlan)
  }
}

extension Catalogue {
  /// The current rule; the shipped one if the ledger was created without it.
  package var reportingRule: ReportingRule { ReportingRule(settingOrShipped("reporting")) }
}
