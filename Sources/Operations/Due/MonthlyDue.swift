package import Ledger
package import Reports
import Storage
import Wording

/// What units are to report for the month of the ledger's figures, and what they have: counted, whatever the ledger
/// holds.
package struct MonthlyDue: Sendable {
  package let edition: BookEdition
  package let rule: ReportingRule
  /// The month that the ledger's figures reach, and its books with them, whichever month this is about; nil where no
  /// list states one.
  package let booksMonth: Period?
  package let all: Tally
  /// The units that are asked, in the catalogue's order; the projects without a lead unit last. A project with
  /// several lead units counts for each.
  package let units: [(unit: String?, tally: Tally)]

  /// Whether it is about a month that the books do not reach yet: what is reported then is the month's own figure,
  /// and the sums of the year wait until a list reaches the month or somebody carries them over.
  package var isAhead: Bool {
    guard let month = edition.filter.month else { return false }
    return booksMonth.map { $0 < month } ?? true
  }

  /// Whose projects.
  package enum Part: Hashable, Sendable {
    case all
    /// Those of a lead unit, by its code; nil is none.
    case unit(String?)

    package func holds(_ item: Item) -> Bool {
      switch self {
      case .all: true
      case .unit(nil): item.units.isEmpty
      case .unit(let unit?): item.units.contains(unit)
      }
    }
  }

  /// What some projects come to.
  package struct Tally: Hashable, Sendable {
    package fileprivate(set) var asked = 0
    package fileprivate(set) var reported = 0
    /// Those that reported the month's own figure, which the sum of the year does not hold yet.
    package fileprivate(set) var apart = 0
    /// How many of them lack a field.
    package fileprivate(set) var lacking = 0
    /// Fields that are missing, of all projects together.
    package fileprivate(set) var missing = 0
    /// The latest month that any of their figures reach.
    package fileprivate(set) var latest: Int?
    /// The first that are open, by number; `named` at most.
    package fileprivate(set) var firstOpen: [ProjectID] = []

    package init() {}

    package var open: Int { asked - reported }

    /// How many open projects are named.
    package static let named = 20
  }

  /// A project that is due.
  package struct Item: Sendable {
    package let figures: ProjectFigures
    /// Codes of the units that are asked: its lead units.
    package let units: [String]
    package let isReported: Bool
    /// Whether the month's own figure is there and the sum of the year does not hold it yet.
    package let isApart: Bool
    /// What was done by the end of the month before, where that is known.
    package let doneBefore: Money?
    /// What was done by the end of the month, or as far as anybody says.
    package let done: Money?
    /// What was done in the month before alone, where that is known.
    package let doneInMonthBefore: Money?
    /// Whether the figure for the whole year tells how far the project is, as the months do.
    let yearReaches: Bool
    /// The project's own, which a report is held against.
    package let revision: Int64
    package let missing: [Field]

    /// What is done as a share of the year's plan; nil unless both are known.
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
    if let reach = mark.reach { latest = max(latest ?? 0, reach) }
    if mark.isReported {
      reported += 1
    } else if firstOpen.count < Self.named {
      firstOpen.append(project)
    }
  }
}
