package import Ledger
package import Storage

/// A project's figures of a year up to a month, as books show them.
package struct ProjectFigures: Hashable, Sendable {
  package let id: ProjectID
  package let record: Record
  /// The stage by the end of the month that a book asks for, else the present one.
  package let stage: String?
  package let total: Money?
  /// The sum done before the year.
  package let before: Money?
  /// The plan of the year.
  package let plan: Money?
  /// The sum done since January, as far as the project reports.
  package let done: Money?
  /// The month that `done` reaches; nil if nothing is reported or no list stated it.
  package let reach: Int?
  /// Funds received since January.
  package let funds: Money?
  private let year: Int

  /// Takes the project's present stage, unless `stage` gives the one of the time.
  package init(_ project: StoredProject, year: Int, month: Int?, stage: String?? = nil) {
    id = project.id
    self.year = year
    record = project.record
    self.stage = stage ?? project.record.reference(.stage)
    total = record.money(.totalInvestment)
    before = Period.year(year - 1).flatMap { project.record.money(.doneBefore, $0) }
    plan = Period.year(year).flatMap { project.record.money(.plan, $0) }
    let toDate = project.yearToDate(.done, year: year, through: month)
    done = toDate?.amount
    reach = toDate?.month
    funds = project.yearToDate(.funds, year: year, through: month)?.amount
  }

  package var name: String { record.text(.name) ?? "" }
  package var chain: String? { record.reference(.chain) }

  /// Whether the project reports what was done in a month of the year (已报): a sum since January reaches it, or a figure
  /// ends with it, such as the month's own, when the sum before is unknown.
  package func reports(_ month: Int) -> Bool {
    if let reach, reach >= month { return true }
    return record.entries(of: .done).contains { entry in
      guard let period = entry.key.period, !period.isYear else { return false }
      return Int(period.year) == year && Int(period.lastMonth) == month
    }
  }

  /// Done as a share of the plan; nil unless both are known.
  package var rate: Double? { done.flatMap { $0.share(of: plan) } }

  /// The month whose share of the year the sum done is compared with: its own, if it is earlier than the book's. What
  /// is not reported yet is not late.
  package func monthElapsed(in month: Int?) -> Int? {
    month.map { LightRule.monthElapsed(in: $0, reach: reach) }
  }
}

/// Sums over projects. A sum is nil if no project states the figure: unknown is not zero.
package struct FigureSums: Hashable, Sendable {
  package private(set) var count = 0
  package private(set) var total: Money?
  package private(set) var before: Money?
  package private(set) var plan: Money?
  package private(set) var done: Money?
  /// Projects with a plan of the year that report a sum done: their plans and sums. Other projects' sums are no share
  /// of these plans, and plans of projects that do not report are not counted against them.
  package private(set) var reporting = 0
  package private(set) var planOfReporting: Money?
  package private(set) var doneOfReporting: Money?
  /// Projects with a plan that do not report a sum done.
  package private(set) var unreported = 0
  /// Projects without a plan that report a sum done, which `done` includes.
  package private(set) var unplanned = 0

  package init(_ projects: some Sequence<ProjectFigures>) {
    for project in projects {
      count += 1
      total = Self.sum(total, project.total)
      before = Self.sum(before, project.before)
      plan = Self.sum(plan, project.plan)
      done = Self.sum(done, project.done)
      if project.rate != nil {
        reporting += 1
        planOfReporting = Self.sum(planOfReporting, project.plan)
        doneOfReporting = Self.sum(doneOfReporting, project.done)
      }
      if project.plan != nil && project.done == nil { unreported += 1 }
      if project.plan == nil && project.done != nil { unplanned += 1 }
    }
  }

  /// Takes sums computed elsewhere, which lack what was done before the year.
  package init(_ sums: YearSums) {
    let totals = sums.totals
    count = totals.count
    total = sums.valued > 0 ? totals.investment : nil
    plan = totals.planned > 0 ? totals.plan : nil
    done = totals.reporting > 0 ? totals.done : nil
    reporting = sums.compared
    planOfReporting = sums.compared > 0 ? sums.comparedPlan : nil
    doneOfReporting = sums.compared > 0 ? sums.comparedDone : nil
    unreported = sums.unreported
    unplanned = sums.unplanned
  }

  /// Done as a share of the plan, over the projects that state both; nil if none does.
  package var rate: Double? { doneOfReporting.flatMap { $0.share(of: planOfReporting) } }

  /// The sum; on overflow of 64 bits (92 万亿元, more than any city's) the first value.
  private static func sum(_ one: Money?, _ other: Money?) -> Money? {
    guard let other else { return one }
    guard let one else { return other }
    return one.adding(other) ?? one
  }
}

extension Money {
  /// This sum as a share of another; nil if that is unknown or zero.
  fileprivate func share(of whole: Money?) -> Double? {
    guard let whole, whole.fen > 0 else { return nil }
    return Double(fen) / Double(whole.fen)
  }
}
