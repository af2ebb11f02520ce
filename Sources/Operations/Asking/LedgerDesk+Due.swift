package import Ledger
package import Reports
import Storage
import Wording

/// What units are to report for the month of the ledger's figures, and what they have.
package struct MonthlyDue: Sendable {
  package let edition: BookEdition
  package let rule: ReportingRule
  /// Those that are due, in the order of their numbers.
  package let projects: [Item]

  /// A project that is due.
  package struct Item: Sendable {
    package let figures: ProjectFigures
    /// Codes of the units that are asked: its lead units.
    package let units: [String]
    /// Whether its figures reach the month.
    package let isReported: Bool
    /// What was done by the end of the month before, where that is known.
    package let doneBefore: Money?
    /// Whether the figure for the whole year tells how far the project is, as the months do.
    let yearReaches: Bool
    /// The project's own, which a report is held against.
    package let revision: Int64
    package let missing: [Field]
  }
}

extension LedgerDesk {
  /// What is due of the projects of a filter, now or at the end of a day.
  package func due(_ options: QuestionOptions) throws -> MonthlyDue {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let edition = try BookPress.edition(filter, store, catalogue)
      let rule = edition.catalogue.reportingRule
      let stages = edition.catalogue.stages
      var items: [MonthlyDue.Item] = []
      try store.forEachProject(filter, sort: .byID, rows: .counted) { project in
        let figures = edition.figures(of: project)
        guard let stage = figures.stage, rule.stages.contains(stage),
          figures.plan != nil || !rule.needsPlan
        else { return }
        let month = edition.month
        items.append(
          MonthlyDue.Item(
            figures: figures, units: project.record.references(.leadUnits),
            isReported: month.map { (figures.reach ?? 0) >= $0 } ?? (figures.done != nil),
            doneBefore: month.flatMap { month in
              month > 1
                ? project.yearToDate(.done, year: edition.year, through: month - 1)?.amount : .zero
            },
            yearReaches: Period.year(edition.year).map { year in
              let key = FieldKey(.done, year)
              return project.reach[key] != nil || project.record.money(.done, year) == figures.done
            } ?? false,
            revision: project.revision,
            missing: ProjectGap(figures, stages: stages, month: month).missing))
      }
      return MonthlyDue(edition: edition, rule: rule, projects: items)
    }
  }
}
