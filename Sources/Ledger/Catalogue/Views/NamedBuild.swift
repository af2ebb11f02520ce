/// A project, park or group of works that the report names (报告点名项目).
package struct NamedBuild: Hashable, Sendable {
  /// The form of a named build.
  package enum Form: String, Hashable, Sendable {
    case project
    case park
    /// A group of works, to be split into projects.
    case package
  }

  package let code: String
  package let name: String
  package let form: Form
  package let chain: String?
  package let task: String
  package let leads: [String]
  /// The code of a district or zone.
  package let place: String?
  /// An editorial guess of the current stage, to be checked before use.
  package let stageHint: String?
  package let yearGoal: String?
  /// Whether the report itself states the goal.
  package let isGoalExplicit: Bool
  package let expects: String

  package init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.code
    name = item.name
    form = attributes["form"]?.text.flatMap { Form(rawValue: $0) } ?? .project
    chain = attributes["chain"]?.text
    task = attributes["task"]?.text ?? ""
    leads = attributes["leads"]?.texts ?? []
    place = attributes["place"]?.text
    stageHint = attributes["stage_hint"]?.text
    yearGoal = attributes["year_goal"]?.text
    isGoalExplicit = attributes["goal_explicit"]?.isTrue ?? false
    expects = attributes["expects"]?.text ?? ""
  }
}

extension Catalogue {
  /// The named builds in the report's order.
  package var namedBuilds: [NamedBuild] { items(of: .build).map { NamedBuild($0) } }
}
