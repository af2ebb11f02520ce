package import Ledger
package import Reports
import Storage
import Wording

/// The reports that are due for a month and those received, as counts per unit.
package struct MonthlyDue: Sendable {
  package let edition: BookEdition
  package let rule: ReportingRule
  /// The month that the ledger's figures and books reach, whichever month this is about; nil if no list states
  /// one.
  package let booksMonth: Period?
  package let all: Tally
  /// The units in catalogue order, then the projects without a lead unit. A project with several lead units
  /// counts for each of them.
  package let units: [(unit: String?, tally: Tally)]

  /// Whether the books have not reached the month yet: reports then record the month's own figure only, and the
  /// sums of the year wait for a list or for `carryOver`.
  package var isAhead: Bool {
    guard let month = edition.filter.month else { return false }
    return booksMonth.map { $0 < month } ?? true
  }

  /// A selection of projects by lead unit.
  package enum Part: Hashable, Sendable {
    case all
    /// The projects of a lead unit, by code; nil for those without one.
    case unit(String?)

    package func holds(_ item: Item) -> Bool {
      switch self {
      case .all: true
      case .unit(nil): item.units.isEmpty
      case .unit(let unit?): item.units.contains(unit)
      }
    }
  }

  /// Counts for a group of projects.
  package struct Tally: Hashable, Sendable {
    package fileprivate(set) var asked = 0
    package fileprivate(set) var reported = 0
    /// The number with a monthly figure that the year's sum does not include yet.
    package fileprivate(set) var apart = 0
    /// The number of these that `carryOver` can include: all their earlier months are known.
    package fileprivate(set) var carriable = 0
    /// The number of projects with a missing field.
    package fileprivate(set) var lacking = 0
    /// The number of missing fields in all projects together.
    package fileprivate(set) var missing = 0
    /// The latest month of any of their figures.
    package fileprivate(set) var latest: Int?
    /// The first open projects by ID, at most `named`.
    package fileprivate(set) var firstOpen: [ProjectID] = []

    package init() {}

    package var open: Int { asked - reported }

    /// The maximum number of open projects to name.
    package static let named = 20
  }

  /// A due project.
  package struct Item: Sendable {
    package let figures: ProjectFigures
    /// The codes of its lead units, which report on it.
    package let units: [String]
    package let isReported: Bool
    /// Whether the month's own figure is reported but not yet included in the year's sum.
    package let isApart: Bool
    /// Whether the sum up to the month is known: no earlier month is missing.
    package let isCarriable: Bool
    /// The investment done up to the end of the month before, if known.
    package let doneBefore: Money?
    /// The investment done up to the end of the month, or as far as stated.
    package let done: Money?
    /// The investment done in the month alone, if known.
    package let doneInMonth: Money?
    /// The investment done in the month before alone, if known.
    package let doneInMonthBefore: Money?
    /// Whether the figure of the whole year is current, like those of the months.
    let yearReaches: Bool
    /// The project's revision, checked when a report is written.
    package let revision: Int64
    package let missing: [Field]

    /// The investment done as a share of the year's plan; nil unless both are known.
    package var rate: Double? {
      guard let done, let plan = figures.plan, plan.fen > 0 else { return nil }
      return Double(done.fen) / Double(plan.fen)
    }
  }
}

extension MonthlyDue {
  init(_ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    let edition = try BookPress.edition(filter, store, catalogue)
    let judge = DueJudge(edition)
    let due = try store.judged(filter, judge.judgement, naming: .leadUnits)
    var all = Tally()
    var byUnit: [String?: Tally] = [:]
    for project in due.projects {
      guard let mark = DueMark(project.answer) else { continue }
      all.add(project.id, mark)
      let units = due.items(of: project)
      if units.isEmpty { byUnit[nil, default: Tally()].add(project.id, mark) }
      for unit in units { byUnit[unit, default: Tally()].add(project.id, mark) }
    }
    var time = filter.onlyTime
    time.month = nil
    let present = try BookPress.totals(of: time, store)
    let codes = edition.catalogue.sorted(.unit, byUnit.keys.compactMap(\.self))
    self.init(
      edition: edition, rule: judge.rule,
      booksMonth: present.year.flatMap { year in present.month.flatMap { Period.month(year, $0) } },
      all: all,
      units: (codes.map(Optional.some) + [nil]).compactMap { unit in
        byUnit[unit].map { (unit, $0) }
      })
  }
}

extension MonthlyDue.Tally {
  fileprivate mutating func add(_ project: ProjectID, _ mark: DueMark) {
    asked += 1
    missing += mark.missing
    if mark.missing > 0 { lacking += 1 }
    if mark.isApart { apart += 1 }
    if mark.isApart, mark.isCarriable { carriable += 1 }
    if let reach = mark.reach { latest = max(latest ?? 0, reach) }
    if mark.isReported {
      reported += 1
    } else if firstOpen.count < Self.named {
      firstOpen.append(project)
    }
  }
}
