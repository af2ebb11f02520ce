package import Ledger
package import Reports
import Storage
import Wording

/// The candidates of a register: its rule, and the projects on it or proposed for it.
package struct Candidates: Sendable {
  package let rule: CandidateRule
  package let year: Int
  /// Sorted by project number.
  package let all: [Candidate]
}

extension LedgerOperations {
  /// The candidates of the register with a candidate rule, at the time that `options` select; nil if the
  /// catalogue has no rule for this register.
  package func candidates(
    of register: String, _ options: QuestionOptions
  ) throws -> Candidates? {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let edition = try BookPress.edition(filter, store, catalogue)
      guard let rule = edition.catalogue.candidateRule, rule.register == register else {
        return nil
      }
      var projects: [ProjectID: StoredProject] = [:]
      for chosen in Self.filters(rule, year: edition.year, filter) {
        for project in try store.projects(chosen, rows: .counted, through: edition.revision) {
          projects[project.id] = project
        }
      }
      let source = try BookPress.source(
        edition, [.promotion], projects: projects.values.sorted { $0.id < $1.id }, store)
      return Candidates(rule: rule, year: edition.year, all: source.candidates(rule))
    }
  }

  /// The filters for possible candidates: projects on the register, and projects with one of the rule's sums.
  private static func filters(
    _ rule: CandidateRule, year: Int, _ filter: ProjectFilter
  ) -> [ProjectFilter] {
    var members = filter
    members.registers = [RegisterClause(register: rule.register, year: year)]
    return [members]
      + rule.clauses.map { clause in
        var chosen = filter
        if clause.field == .totalInvestment {
          chosen.minInvestment = clause.least
        } else {
          chosen.having = [clause.field]
        }
        return chosen
      }
  }
}
