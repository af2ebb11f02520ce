import Ledger
import Reports
import Storage

/// Which projects are due for a month, and what each of them has reported: said here alone, for those that are
/// counted in memory as for those that are shown.
struct DueJudge {
  let rule: ReportingRule
  private let edition: BookEdition
  private let stages: [Stage]

  init(_ edition: BookEdition) {
    self.edition = edition
    rule = edition.catalogue.reportingRule
    stages = edition.catalogue.stages
  }

  /// What a project is asked; nil for one that is not due.
  func item(of project: StoredProject) -> MonthlyDue.Item? {
    let figures = edition.figures(of: project)
    guard rule.expects(stage: figures.stage, hasPlan: figures.plan != nil) else { return nil }
    let month = edition.month
    return MonthlyDue.Item(
      figures: figures, units: project.record.references(.leadUnits),
      isReported: month.map(figures.reports) ?? (figures.done != nil),
      doneBefore: month.flatMap { month in
        month > 1
          ? project.yearToDate(.done, year: edition.year, through: month - 1)?.amount : .zero
      },
      yearReaches: Period.year(edition.year).map { year in
        let key = FieldKey(.done, year)
        return project.reach[key] != nil || project.record.money(.done, year) == figures.done
      } ?? false,
      revision: project.revision,
      missing: ProjectGap(figures, stages: stages, reporting: rule, month: month).missing)
  }

  /// The same as marks, of the fields that it looks at.
  var judgement: ProjectJudgement {
    let asked = stages.flatMap { $0.requires + [$0.dateField].compactMap { $0 } }
    return ProjectJudgement(
      key: "due \(edition.year) \(edition.month ?? 0) \(edition.filter.month?.text ?? "")",
      fields: Set(asked).union([.stage, .leadUnits, .totalInvestment, .plan, .done]),
      answer: { project in item(of: project).map { DueMark($0).bits } ?? 0 })
  }
}

/// What is counted of a project that is due, in 64 bits that are never all 0.
struct DueMark: Hashable {
  let isReported: Bool
  /// How many fields are missing.
  let missing: Int
  /// The month that its figures reach.
  let reach: Int?

  init(_ item: MonthlyDue.Item) {
    isReported = item.isReported
    missing = item.missing.count
    reach = item.figures.reach
  }

  /// Nil of a project that is not due.
  init?(_ bits: UInt64) {
    if bits == 0 { return nil }
    isReported = bits & 2 != 0
    missing = Int(bits >> 8 & 0xFFFF)
    reach = bits >> 4 & 15 == 0 ? nil : Int(bits >> 4 & 15)
  }

  var bits: UInt64 { 1 | (isReported ? 2 : 0) | UInt64(reach ?? 0) << 4 | UInt64(missing) << 8 }
}
