import Ledger
import Reports
import Storage

/// Which projects are due for a month and what each has reported. The one definition for both counting and
/// display.
struct DueJudge {
  let rule: ReportingRule
  private let edition: BookEdition
  private let stages: [Stage]

  init(_ edition: BookEdition) {
    self.edition = edition
    rule = edition.catalogue.reportingRule
    stages = edition.catalogue.stages
  }

  /// The state of a project's report; nil if the project is not due.
  func item(of project: StoredProject) -> MonthlyDue.Item? {
    let figures = edition.figures(of: project)
    guard rule.expects(stage: figures.stage, hasPlan: figures.plan != nil) else { return nil }
    let month = edition.month
    let before = month.flatMap { project.done(through: $0 - 1, of: edition.year) }
    let now = month.flatMap { project.done(through: $0, of: edition.year) }
    let isReported = month.map(figures.reports) ?? (figures.done != nil)
    return MonthlyDue.Item(
      figures: figures, units: project.record.references(.leadUnits), isReported: isReported,
      isApart: month.map { isReported && figures.reach ?? 0 < $0 } ?? false,
      isCarriable: now != nil, doneBefore: before, done: now ?? figures.done,
      doneInMonth: month.flatMap { project.done(in: $0, of: edition.year) },
      doneInMonthBefore: month.flatMap { project.done(in: $0 - 1, of: edition.year) },
      yearReaches: Period.year(edition.year).map { year in
        let key = FieldKey(.done, year)
        return project.reach[key] != nil || project.record.money(.done, year) == figures.done
      } ?? false,
      revision: project.revision,
      missing: ProjectGap(figures, stages: stages, reporting: rule, month: month).missing)
  }

  /// The same as 64-bit marks, with the fields that they depend on.
  var judgement: ProjectJudgement {
    let asked = stages.flatMap { $0.requires + [$0.dateField].compactMap { $0 } }
    return ProjectJudgement(
      key: "due \(edition.year) \(edition.month ?? 0) \(edition.filter.month?.text ?? "")",
      fields: Set(asked).union([.stage, .leadUnits, .totalInvestment, .plan, .done]),
      answer: { project in item(of: project).map { DueMark($0).bits } ?? 0 })
  }
}

/// The counted facts of a due project, packed into 64 bits that are never all 0.
struct DueMark: Hashable {
  let isReported: Bool
  /// Whether the month's own figure is reported but not yet included in the year's sum.
  let isApart: Bool
  /// Whether it can be included: all earlier months are known.
  let isCarriable: Bool
  /// The number of missing fields.
  let missing: Int
  /// The latest month of its figures.
  let reach: Int?

  init(_ item: MonthlyDue.Item) {
    isReported = item.isReported
    isApart = item.isApart
    isCarriable = item.isCarriable
    missing = item.missing.count
    reach = item.figures.reach
  }

  /// Nil for a project that is not due.
  init?(_ bits: UInt64) {
    if bits == 0 { return nil }
    isReported = bits & 2 != 0
    isApart = bits & 4 != 0
    isCarriable = bits & 8 != 0
    missing = Int(bits >> 8 & 0xFFFF)
    reach = bits >> 4 & 15 == 0 ? nil : Int(bits >> 4 & 15)
  }

  var bits: UInt64 {
    1 | (isReported ? 2 : 0) | (isApart ? 4 : 0) | (isCarriable ? 8 : 0)
      | UInt64(reach ?? 0) << 4 | UInt64(missing) << 8
  }
}

extension StoredProject {
  /// The investment done from January to the end of a month: the sum that reaches furthest, plus the later months
  /// stated separately. Nil if no sum is known or a month is missing: unknown is not zero.
  func done(through month: Int, of year: Int) -> Money? {
    if month == 0 { return .zero }
    guard let sum = yearToDate(.done, year: year, through: month), let end = sum.month else {
      return nil
    }
    return (end..<month).reduce(sum.amount) { total, before in
      Period.month(year, before + 1).flatMap { record.money(.done, $0) }.flatMap {
        total?.adding($0)
      }
    }
  }

  /// The investment done in a single month: as stated, else the difference of the sums up to this month and the one
  /// before; nil if unknown.
  func done(in month: Int, of year: Int) -> Money? {
    if month == 0 { return nil }
    if let own = Period.month(year, month).flatMap({ record.money(.done, $0) }) { return own }
    guard let sum = yearToDate(.done, year: year, through: month), sum.month == month else {
      return nil
    }
    if month == 1 { return sum.amount }
    guard let before = yearToDate(.done, year: year, through: month - 1),
      before.month == month - 1
    else { return nil }
    return sum.amount.adding(Money(fen: -before.amount.fen))
  }
}
