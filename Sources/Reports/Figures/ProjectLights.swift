import Ledger
package import Storage

/// The lights of the projects of an edition, by the rule in force.
package struct ProjectLights: Sendable {
  let edition: BookEdition
  let rule: LightRule
  private let stages: StageOrder
  private let day: PartialDate?

  package init(_ edition: BookEdition) {
    self.edition = edition
    rule = edition.catalogue.lightRule
    stages = StageOrder(edition.catalogue)
    day = edition.day
  }

  /// The word of a project's light; nil if it has none.
  package func word(_ project: ProjectFigures) -> String? {
    light(project).map { rule.word($0.light) }
  }

  /// A project's light with its reasons; nil if it has none.
  package func light(_ project: ProjectFigures) -> ProjectLight? {
    ProjectLight(
      project, rule: rule, stages: stages, year: edition.year, month: edition.month,
      through: edition.through, day: day, catalogue: edition.catalogue)
  }
}

extension BookEdition {
  /// A project's light with its reasons; nil if it has none.
  package func light(of project: StoredProject) -> ProjectLight? {
    ProjectLights(self).light(figures(of: project))
  }
}
