import Engine
package import Ledger

extension LedgerStore {
  /// The statements on projects with sender and month, and the origins of the current values.
  package func testimonies(
    of projects: some Sequence<ProjectID>
  ) throws -> [ProjectID: Provenance] {
    try database.read { session in
      var testimonies: [ProjectID: Provenance] = [:]
      try ProvenanceReader(session).forEachTestimony(of: projects) { project, testimony in
        testimonies[project] = testimony
        try watch(step: testimonies.count)
      }
      return testimonies
    }
  }

  /// The last statement of each sender on a project, by key, with its cell; senders in order.
  package func statements(of project: ProjectID) throws -> [FieldKey: [StatedValue]] {
    try database.read { session in
      let testimony = try ProvenanceReader(session).testimony(of: project)
      guard let masked = try VisibilityReader(session).masked(of: project) else { return [:] }
      var statements: [FieldKey: [StatedValue]] = [:]
      var origins = OriginsOfWords(session)
      for (sender, words) in testimony.words.sorted(by: { $0.key < $1.key }) {
        for (key, word) in words where !masked.contains(key.field) {
          statements[key, default: []].append(
            StatedValue(
              sender: sender, value: word.value, month: word.month,
              origin: try origins.origin(of: word, key)))
        }
      }
      return statements
    }
  }

  /// The statements that were held back because the ledger had another value or a person cleared it, or were
  /// outranked by others, and that still differ from the ledger: by project, with both sides. If `project` is given,
  /// only its own.
  package func heldWords(of project: ProjectID? = nil) throws -> [HeldWord] {
    let notes = try standingNotes([.overruled, .conflicts])
    return try database.read { session in
      let places = try Self.heldPlaces(notes, session).filter {
        project == nil || $0.key == project
      }
      let projects = try ProjectReader(items: ItemNumbers(session), session)
        .projects(places.keys.sorted(), session)
      let records = Dictionary(uniqueKeysWithValues: projects.map { ($0.id, $0) })
      let sight = try VisibilityReader(session)
      var origins = OriginsOfWords(session)
      var held: [HeldWord] = []
      try ProvenanceReader(session).forEachTestimony(of: projects.map(\.id)) { id, testimony in
        guard let project = records[id] else { return }
        let masked = try sight.masked(of: project.id) ?? []
        for (sender, keys) in (places[project.id] ?? [:]).sorted(by: { $0.key < $1.key }) {
          for key in keys.sorted() where !masked.contains(key.field) {
            let standing = project.record[key]
            guard let word = testimony.words[sender]?[key],
              !(standing.map { word.value.agrees(with: $0) } ?? false)
            else { continue }
            held.append(
              HeldWord(
                project: project, key: key,
                said: StatedValue(
                  sender: sender, value: word.value, month: word.month,
                  origin: try origins.origin(of: word, key)),
                word: word, standing: standing,
                standingOrigin: try standing.flatMap {
                  try origins.origin(of: $0, key, testimony)
                },
                testimony: testimony))
          }
        }
        try watch(step: held.count)
      }
      return held
    }
  }

  /// The keys of held statements, by project and sender.
  private static func heldPlaces(
    _ notes: [(entry: Int64, notes: EntryNotes)], _ session: Session
  ) throws -> [ProjectID: [String: Set<FieldKey>]] {
    var places: [ProjectID: [String: Set<FieldKey>]] = [:]
    for (entry, notes) in notes {
      for word in notes.all(OutrankedStatement.self) {
        places[word.project, default: [:]][word.speaker, default: []].insert(word.key)
      }
      // For a value that a person cleared, the table of statements records nothing as held.
      let cleared = notes.all(OpenConflict.self).filter { $0.ledger == nil && $0.list != nil }
      if cleared.isEmpty { continue }
      guard let speaker = try EntryTable.entry(entry, session).source?.speaker else { continue }
      for word in cleared {
        places[word.project, default: [:]][speaker, default: []].insert(word.key)
      }
    }
    // Which statements did the ledger not adopt?
    let statement = try session.stream(
      """
      SELECT t.project, s.name, t.held
      FROM statement AS t
      JOIN sender AS s ON s.id = t.sender
      WHERE t.held IS NOT NULL
      """)
    while try statement.step() {
      let project = try statement.key(0, in: Stored.project, "statement")
      let keys = statement.text(2).split(separator: "\n").map { FieldKey($0) }
      guard !keys.contains(nil) else {
        throw StorageError.damaged(table: "statement", row: project)
      }
      places[project, default: [:]][statement.text(1), default: []].formUnion(
        keys.compactMap { $0 })
    }
    return places
  }
}

/// The last statement of a sender on a value, with its cell.
package struct StatedValue: Hashable, Sendable {
  /// The list's source, as `Speaker` computes it.
  package let sender: String
  package let value: Value
  package let month: Period?
  package let origin: Origin
}

/// A sender's statement that differs from the current value.
package struct HeldWord: Sendable {
  package let project: StoredProject
  package let key: FieldKey
  package let said: StatedValue
  package let word: Provenance.Word
  /// Nil if a person cleared it.
  package let standing: Value?
  package let standingOrigin: Origin?
  package let testimony: Provenance
}

/// Finds the cells of statements; each entry is read once.
struct OriginsOfWords {
  private let session: Session
  private var sources: [Int64: Source?] = [:]

  init(_ session: Session) { self.session = session }

  mutating func origin(of word: Provenance.Word, _ key: FieldKey) throws -> Origin {
    let field = FieldChange(key: key, before: nil, after: word.value, raw: word.raw)
    return Origins.origin(of: field, entry: word.entry, try source(word.entry), word.row)
  }

  /// The origin of a current value; nil if no entry set it.
  mutating func origin(
    of standing: Value, _ key: FieldKey, _ testimony: Provenance
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
