/// What units are to report each month (每月应报).
package struct ReportingRule: Hashable, Sendable {
  /// Codes of the stages whose projects are reported.
  package let stages: [String]
  /// Whether only projects with a plan of the year are.
  package let needsPlan: Bool
  /// The day of the next month by which it is to be there.
  package let day: Int

  init(_ setting: Attribute?) {
    stages = setting?["stages"]?.texts ?? ["start", "build"]
    needsPlan = setting?["needs_plan"]?.text != "false"
    day = setting?["day"]?.integer ?? 5
  }

  /// Whether a project at a stage is to be reported each month.
  package func expects(stage: String?, hasPlan: Bool) -> Bool {
    stage.map(stages.contains) ?? false && (hasPlan || !needsPlan)
  }
}

extension Catalogue {
  /// The rule in force; of a ledger that began without one, as it is shipped.
  package var reportingRule: ReportingRule { ReportingRule(settingOrShipped("reporting")) }
}
