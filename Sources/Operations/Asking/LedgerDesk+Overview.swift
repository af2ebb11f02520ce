package import Ledger
package import Reports
package import Storage

/// The ledger at one look: the sentence, lights, what needs a word from above, targets, what happened lately.
package struct Overview: Sendable {
  package let edition: BookEdition
  /// The one sentence about all projects, and the numbers it is made of.
  package let sentence: String
  package let key: KeySentence
  /// How many projects have each light.
  package let lights: [LightRule.Light: Int]
  /// Open milestones whose day has gone by, and open problems.
  package let overdueMilestones: Int
  package let openProblems: Int
  /// What needs a word from above, the gravest first.
  package let concerns: [Concern]
  package let targets: [TargetProgress]
  package let matrix: Matrix
  package let funnel: Funnel

  /// A project that needs a word, with the reasons.
  package struct Concern: Sendable {
    package let project: ProjectFigures
    package let light: ProjectLight?
    /// The oldest thing that is overdue or open, with the days since; nil where only figures lag.
    package let days: Int?
  }
}

extension LedgerDesk {
  /// The ledger at one look, now or at the end of a day.
  package func overview(_ options: QuestionOptions) throws -> Overview {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let edition = try BookPress.edition(filter, store, catalogue)
      let projects = try store.projects(filter, rows: .counted, through: edition.revision)
      let source = BookSource(edition, projects: projects)
      let book = LeadersBook(source)
      let lights = ProjectLights(edition)
      var counts: [LightRule.Light: Int] = [:]
      var (overdue, open) = (0, 0)
      var concerns: [Overview.Concern] = []
      for project in projects {
        let figures = edition.figures(of: project)
        let light = lights.light(figures)
        if let light { counts[light.light, default: 0] += 1 }
        let late =
          edition.day.map { Self.days(project.record, on: $0) } ?? (overdue: 0, open: 0, days: nil)
        overdue += late.overdue
        open += late.open
        if light?.light == .serious || late.days != nil {
          concerns.append(Overview.Concern(project: figures, light: light, days: late.days))
        }
      }
      return Overview(
        edition: edition, sentence: book.sentence, key: book.keySentence, lights: counts,
        overdueMilestones: overdue, openProblems: open,
        concerns: concerns.sorted(by: Self.isGraver), targets: TargetReader(source).all,
        matrix: try store.matrix(filter), funnel: try store.funnel(filter))
    }
  }

  /// Open milestones that are late, open problems, and the days since the oldest of them.
  private static func days(
    _ record: Record, on day: PartialDate
  ) -> (overdue: Int, open: Int, days: Int?) {
    let late = record.matters(.milestones).compactMap { $0.matter.daysOverdue(on: day) }
    let open = record.matters(.problemLog).filter(\.matter.isOpen)
    let since = open.compactMap { problem in
      problem.matter.raised.map { day.lastDayNumber - $0.lastDayNumber }
    }
    return (late.count, open.count, (late + since).max() ?? (open.isEmpty ? nil : 0))
  }

  /// All projects of a filter, as the ledger counts them.
  package func projects(_ options: QuestionOptions) throws -> [StoredProject] {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      var projects: [StoredProject] = []
      try store.forEachProject(filter, sort: .byID, rows: .counted) { projects.append($0) }
      return projects
    }
  }

  /// Severe lights with the most money at stake first, then what has been late or open longest.
  private static func isGraver(_ one: Overview.Concern, _ other: Overview.Concern) -> Bool {
    let (left, right) = (one.light?.light == .serious, other.light?.light == .serious)
    if left != right { return left }
    let (leftKey, rightKey) =
      left
      ? (one.project.total?.fen ?? 0, other.project.total?.fen ?? 0)
      : (Int64(one.days ?? 0), Int64(other.days ?? 0))
    return leftKey != rightKey ? leftKey > rightKey : one.project.id < other.project.id
  }

  /// The acts since the end of a day, latest first, with what each did; up to the end of another day where
  /// one is asked for.
  package func entries(after day: PartialDate, through last: PartialDate?) throws -> [Entry] {
    try reading { store, catalogue in
      let entries = try store.entries(
        after: store.revision(endOf: day),
        through: try last.map { try store.revision(endOf: $0) } ?? store.revision)
      return try shown(entries, store, catalogue).reversed()
    }
  }
}
