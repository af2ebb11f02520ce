import Engine
package import Ledger

/// The non-zero answers of a `ProjectJudgement` for the projects of a filter, by project number.
package struct JudgedProjects: Sendable {
  package private(set) var projects: [Project] = []
  /// The item codes of each list, by its number.
  private var lists: [[String]?] = []

  package struct Project: Sendable {
    package let id: ProjectID
    package let answer: UInt64
    fileprivate let list: Int
  }

  /// The codes of the items in the requested field of a project, in order.
  package func items(of project: Project) -> [String] { lists[project.list] ?? [] }

  fileprivate mutating func add(
    _ id: ProjectID, _ answer: UInt64, list: Int, items: () -> [String]
  ) {
    projects.append(Project(id: id, answer: answer, list: list))
    while lists.count <= list { lists.append(nil) }
    if lists[list] == nil { lists[list] = items() }
  }

  fileprivate mutating func sort() {
    // Rows in memory are sorted already.
    if zip(projects, projects.dropFirst()).allSatisfy({ $0.id < $1.id }) { return }
    projects.sort { $0.id < $1.id }
  }
}

extension LedgerStore {
  /// The answers of a judgement for the projects of a filter, with the items of each project in a field.
  package func judged(
    _ filter: ProjectFilter, _ judgement: ProjectJudgement, naming field: Field
  ) throws -> JudgedProjects {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      let (items, values) = (scan.items, FacetValues.lists([field], asked: []))
      let context = FacetContext(catalogue: scan.catalogue, items: items, session: session)
      let answers = try scan.values(
        .judgement(judgement.key), session, held: { JudgementColumn(judgement, count: $0) },
        read: { try JudgementReader(judgement, items, session, &$0) })
      let shape = FacetShape(values)
      let lists = try scan.values(
        .facet(shape), session, held: { FacetColumn(shape, count: $0) },
        read: { try context.coder(of: values, .fresh(among: nil), &$0) })
      var judged = JudgedProjects()
      try scan.run(session) { scan, row in
        let answer =
          switch answers {
          case .held(let column): column.answers[row.place]
          case .read(let reader): try scan.statement.map(reader.answer) ?? 0
          }
        if answer == 0 { return }
        let (list, coder): (Int, FacetCoder?) =
          switch lists {
          case .held(let column): (Int(column.codes[row.place]), column.coder)
          case .read(let coder): (try scan.statement.map(coder.code) ?? 0, coder)
          }
        judged.add(row.id, answer, list: list) {
          (coder?.items(of: list) ?? []).compactMap { items.code(of: Int64($0)) }
        }
      }
      judged.sort()
      return judged
    }
  }
}
