package import Ledger
import Reports
import Storage
import Wording

extension LedgerOperations {
  /// The reports due for the projects of a filter, now or at the end of a day.
  package func due(_ options: QuestionOptions) throws -> MonthlyDue {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      return try store.once("due \(filter.queryText)") {
        try MonthlyDue(filter, store, catalogue)
      }
    }
  }

  /// The IDs of due projects, of all units or one, in order. `reported` selects by whether they have reported,
  /// `lacking` only those with missing fields, `apart` only those whose month the year's sum does not include.
  package func dueProjects(
    _ due: MonthlyDue, of part: MonthlyDue.Part, reported: Bool? = nil, lacking: Bool = false,
    apart: Bool = false
  ) throws -> [ProjectID] {
    try reading { store, _ in
      let judged = try store.judged(
        due.edition.filter, DueJudge(due.edition).judgement, naming: .leadUnits)
      return judged.projects.compactMap { project in
        guard let mark = DueMark(project.answer), reported.map({ $0 == mark.isReported }) ?? true,
          !lacking || mark.missing > 0, !apart || mark.isApart
        else { return nil }
        let isMeant =
          switch part {
          case .all: true
          case .unit(nil): judged.items(of: project).isEmpty
          case .unit(let unit?): judged.items(of: project).contains(unit)
          }
        return isMeant ? project.id : nil
      }
    }
  }

  /// The due projects among `projects`, in the given order.
  package func dueItems(_ projects: [ProjectID], of due: MonthlyDue) throws -> [MonthlyDue.Item] {
    try reading { store, _ in
      let judge = DueJudge(due.edition)
      return try store.projects(projects, in: due.edition.revision).compactMap(judge.item)
    }
  }

  /// The names of the first open projects of each unit.
  package func openNames(_ due: MonthlyDue) throws -> [ProjectID: String] {
    try reading { store, _ in try store.names(of: due.units.flatMap(\.tally.firstOpen)) }
  }
}
