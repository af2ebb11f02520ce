import Engine
package import Ledger

extension LedgerStore {
  /// What was said of projects, by whom and for which month, and who brought the values that stand.
  package func testimonies(
    of projects: some Sequence<ProjectID>
  ) throws -> [ProjectID: Testimony] {
    try database.read { session in
      var testimonies: [ProjectID: Testimony] = [:]
      let reader = try TestimonyReader(session)
      for project in projects {
        testimonies[project] = try reader.testimony(of: project)
        try watch(step: testimonies.count)
      }
      return testimonies
    }
  }

  /// What each sender said last of a project, key by key, with where it stands: senders in order.
  package func statements(of project: ProjectID) throws -> [FieldKey: [SaidWord]] {
    try database.read { session in
      let testimony = try TestimonyReader(session).testimony(of: project)
      var statements: [FieldKey: [SaidWord]] = [:]
      var origins = OriginsOfWords(session)
      for (sender, words) in testimony.words.sorted(by: { $0.key < $1.key }) {
        for (key, word) in words {
          statements[key, default: []].append(
            SaidWord(
              sender: sender, value: word.value, month: word.month,
              origin: try origins.origin(of: word, key)))
        }
      }
      return statements
    }
  }

  /// The words that were held back when they were said, because the ledger held another value, and that the
  /// ledger does not hold by now: project by project, with both sides.
  package func heldWords() throws -> [HeldWord] {
    try database.read { session in
      // Which words did the ledger not take?
      let rows = try session.rows(
        """
        SELECT t.project, s.name, t.held
        FROM statement AS t
        JOIN sender AS s ON s.id = t.sender
        WHERE t.held IS NOT NULL
        ORDER BY t.project, s.name
        """
      ) { row in
        let project = try row.key(0, in: Stored.project, "statement")
        let keys = row.text(2).split(separator: "\n").map { FieldKey($0) }
        guard !keys.contains(nil) else {
          throw StorageError.damaged(table: "statement", row: project)
        }
        return (project: project, sender: row.text(1), keys: keys.compactMap { $0 })
      }
      let reader = try TestimonyReader(session)
      let projects = try Dictionary(
        ProjectReader(items: ItemNumbers(session), session)
          .projects(Set(rows.map(\.project)).sorted(), session).map { ($0.id, $0) }
      ) { first, _ in first }
      var origins = OriginsOfWords(session)
      var known: (project: StoredProject, testimony: Testimony)?
      var held: [HeldWord] = []
      for row in rows {
        if known?.project.id != row.project {
          guard let project = projects[row.project] else { continue }
          known = (project, try reader.testimony(of: row.project))
        }
        guard let known else { continue }
        for key in row.keys {
          guard let word = known.testimony.words[row.sender]?[key],
            let standing = known.project.record[key]
          else { continue }
          held.append(
            HeldWord(
              project: known.project, key: key,
              said: SaidWord(
                sender: row.sender, value: word.value, month: word.month,
                origin: try origins.origin(of: word, key)),
              word: word, standing: standing,
              standingOrigin: try origins.origin(of: standing, key, known.testimony),
              testimony: known.testimony))
        }
        try watch(step: held.count)
      }
      return held
    }
  }
}

/// What a sender said last of a value, and where.
package struct SaidWord: Hashable, Sendable {
  /// As `Speaker` names it.
  package let sender: String
  package let value: Value
  package let month: Period?
  package let origin: Origin
}

/// What a sender says against the value that stands.
package struct HeldWord: Sendable {
  package let project: StoredProject
  package let key: FieldKey
  package let said: SaidWord
  package let word: Testimony.Word
  package let standing: Value
  package let standingOrigin: Origin?
  package let testimony: Testimony
}

/// Where words stand: each entry is read once.
struct OriginsOfWords {
  private let session: Session
  private var sources: [Int64: Source?] = [:]

  init(_ session: Session) { self.session = session }

  mutating func origin(of word: Testimony.Word, _ key: FieldKey) throws -> Origin {
    let field = FieldChange(key: key, before: nil, after: word.value, raw: word.raw)
    return Origins.origin(of: field, entry: word.entry, try source(word.entry), word.row)
  }

  /// Where a value that stands came from; nil where no act brought it.
  mutating func origin(
    of standing: Value, _ key: FieldKey, _ testimony: Testimony
  ) throws -> Origin? {
    guard let bringer = testimony.bringers[key] else { return nil }
    let field = FieldChange(key: key, before: nil, after: standing, raw: bringer.raw)
    return Origins.origin(of: field, entry: bringer.entry, try source(bringer.entry), bringer.row)
  }

  private mutating func source(_ entry: Int64) throws -> Source? {
    if let known = sources[entry] { return known }
    let source = try EntryTable.entry(entry, session).source
    sources[entry] = .some(source)
    return source
  }
}
