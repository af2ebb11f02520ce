package import Ledger
package import Reports
package import Storage

/// The summary of a ledger: key sentence, lights, concerns, chains and stages.
package struct Overview: Sendable {
  package let edition: BookEdition
  /// The sentence about all projects; `key` holds its numbers.
  package let sentence: String
  package let key: KeySentence
  /// The registers that the sentence names.
  package let parts: [LeadersSentence.Part]
  /// The number of projects with each light.
  package let lights: [LightRule.Light: Int]
  /// The number of open milestones past their day.
  package let overdueMilestones: Int
  package let openProblems: Int
  /// The most severe concerns, and how many there are in all.
  package let concerns: [Concern]
  package let concernCount: Int
  package let matrix: Matrix
  package let funnel: Funnel

  /// The maximum number of concerns listed.
  package static let told = 10

  /// A project that needs a leader's attention, with the reasons.
  package struct Concern: Sendable {
    package let project: ProjectFigures
    package let light: ProjectLight?
    /// Since when it needs attention; nil if nothing says so.
    package let since: LightSince?
  }
}

/// The progress of the targets of a year.
package struct YearTargets: Sendable {
  package let edition: BookEdition
  package let targets: [TargetProgress]
}

extension LedgerOperations {
  /// The summary now or at the end of a day. It counts in SQL and reads no projects, so its time hardly depends
  /// on the size of the ledger.
  package func overview(_ options: QuestionOptions) throws -> Overview {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      return try store.once("overview \(filter.queryText)") {
        try Self.overview(filter, store, catalogue)
      }
    }
  }

  private static func overview(
    _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> Overview {
    let edition = try BookPress.edition(filter, store, catalogue)
    let key = try Self.keySentence(edition, store)
    let sentence = try LeadersSentence(key, edition) { clause in
      try Self.holders(of: clause, in: filter, store)
    }
    let late = try edition.day.map { try store.lateness(filter, on: $0) }
    let concerns = try Self.concerns(edition, late?.projects ?? [], store)
    let matrix = try store.matrix(filter)
    return Overview(
      edition: edition, sentence: sentence.text, key: key, parts: sentence.parts,
      lights: try Self.lights(filter, store), overdueMilestones: late?.all.overdue ?? 0,
      openProblems: late?.all.open ?? 0, concerns: concerns.first, concernCount: concerns.count,
      matrix: matrix, funnel: Funnel(matrix))
  }

  /// The progress of the year's targets, now or at the end of a day.
  package func targets(_ options: QuestionOptions) throws -> YearTargets {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      return try store.once("targets \(filter.queryText)") {
        let edition = try BookPress.edition(filter, store, catalogue)
        let reader = try TargetReader(edition) { try store.tallies(filter, $0, summing: $1) }
        return YearTargets(edition: edition, targets: reader.all)
      }
    }
  }

  /// The numbers of the key sentence, equal to those of the lists behind it.
  private static func keySentence(
    _ edition: BookEdition, _ store: LedgerStore
  ) throws -> KeySentence {
    func starts(_ change: (inout ProjectFilter) -> Void) throws -> Int {
      var filter = edition.filter
      change(&filter)
      return try store.totals(filter).count
    }
    let stages = StageOrder(edition.catalogue)
    let begun = edition.catalogue.items(of: .stage).map(\.code).filter {
      stages.order(of: $0) >= stages.start
        && (edition.filter.stages.isEmpty || edition.filter.stages.contains($0))
    }
    return KeySentence(
      try store.yearSums(edition.filter, by: edition.month), year: edition.year,
      month: edition.month,
      plannedStarts: try starts { $0.starts = .year(edition.year) },
      started: try starts { $0.starts = .month(edition.year, edition.month ?? 12) },
      undatedStarts: begun.isEmpty
        ? 0
        : try starts {
          $0.starts = .year(edition.year)
          $0.missing.insert(.startActual)
          $0.stages = Set(begun)
        })
  }

  /// The projects of a filter that are on a register.
  private static func holders(
    of clause: RegisterClause, in filter: ProjectFilter, _ store: LedgerStore
  ) throws -> Set<ProjectID> {
    var onRegister = filter
    onRegister.registers = [clause]
    let holders = Set(try store.numbers(onRegister))
    if filter.registers.isEmpty { return holders }
    return holders.intersection(try store.numbers(filter))
  }

  /// The number of projects of a filter with each light, ignoring the filter's own lights.
  package func lights(
    _ options: QuestionOptions
  ) throws -> [(light: LightRule.Light, count: Int)] {
    try reading { store, catalogue in
      var filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      filter.lights = []
      return try store.once("lights \(filter.queryText)") {
        let counts = try Self.lights(filter, store)
        return LightRule.Light.allCases.map { (light: $0, count: counts[$0] ?? 0) }
      }
    }
  }

  private static func lights(
    _ filter: ProjectFilter, _ store: LedgerStore
  ) throws -> [LightRule.Light: Int] {
    var counts: [LightRule.Light: Int] = [:]
    for light in LightRule.Light.allCases {
      var choice = filter
      choice.lights = [light]
      if filter.lights.isEmpty || filter.lights.contains(light) {
        counts[light] = try store.totals(choice).count
      }
    }
    return counts
  }

  /// Severe lights by investment, highest first, then the others by days overdue or open.
  private static func concerns(
    _ edition: BookEdition, _ late: [(id: ProjectID, days: Int)], _ store: LedgerStore
  ) throws -> (first: [Overview.Concern], count: Int) {
    let days = Dictionary(late.map { ($0.id, $0.days) }) { one, _ in one }
    var severe = edition.filter
    severe.lights = [.serious]
    let isAsked = edition.filter.lights.isEmpty || edition.filter.lights.contains(.serious)
    let serious =
      isAsked
      ? try store.numbers(severe, sort: ProjectSort([.init(.investment, .descending)])) : []
    let grave = Set(serious)
    let others = late.filter { !grave.contains($0.id) }
      .sorted { ($1.days, $0.id) < ($0.days, $1.id) }
    let first = (serious + others.map(\.id)).prefix(Overview.told)
    let projects = try store.projects(Array(first), in: edition.revision)
    let lights = ProjectLights(edition)
    return (
      projects.map { project in
        let figures = edition.figures(of: project)
        // A rule may give an overdue milestone no light.
        let matter = days[project.id].flatMap { days in
          edition.day.flatMap { PartialDate(dayNumber: $0.lastDayNumber - days) }
        }
        return Overview.Concern(
          project: figures, light: lights.light(figures),
          since: lights.since(project) ?? matter.map(LightSince.day))
      }, serious.count + others.count
    )
  }

  /// The number of projects of a filter with each text of a field; nil is no text.
  package func texts(
    of field: Field, _ options: QuestionOptions
  ) throws -> [String?: Int] {
    try reading { store, catalogue in
      try store.texts(
        of: field, ProjectFilter(options: options.filter, catalogue: catalogue))
    }
  }

  /// The entries after the end of `day` and up to the end of `last`, newest first, at most `limit`.
  package func entries(
    after day: PartialDate, through last: PartialDate?, limit: Int
  ) throws -> [Entry] {
    try reading { store, catalogue in
      let first = try store.revision(endOf: day)
      let end = try last.map { try store.revision(endOf: $0) } ?? store.revision
      let entries =
        store.showsEverything
        ? try store.entries(limit: limit, before: end + 1).filter { $0.number > first }
        : try store.entries(after: first, through: end).reversed()
      return Array(try shown(entries, store, catalogue).prefix(limit))
    }
  }
}
