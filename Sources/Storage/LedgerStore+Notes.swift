import Engine
package import Foundation
package import Ledger

/// An entry with a list that is not undone: an import, or an answer about one.
package struct StandingList: Hashable, Sendable {
  package let entry: Int64
  package let kind: Entry.Kind
  /// The recorded time.
  package let at: Date
  package let file: String
  /// The SHA-256 of the file's bytes, in hexadecimal.
  package let sha256: String
  /// The sender; empty if none was stated.
  package let sender: String
  package let year: Int
  /// The month of its figures, if it states one.
  package let asOfMonth: Int?
  package let columns: ListKind

  /// The key of the list's source, as `Speaker` computes it.
  package var speaker: String { Speaker.name(sender: sender, file: file) }
  /// The month of its figures, with the year.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }
}

extension LedgerStore {
  /// The notes of an entry.
  package func notes(of entry: Int64) throws -> EntryNotes {
    try database.read { session in
      EntryNotes(
        Dictionary(try NoteTable.texts(of: entry, session).map { ($0.kind, $0.text) }) {
          first, _ in first
        })
    }
  }

  /// The notes of some kinds in entries that are in force at a revision, oldest first.
  package func standingNotes(
    _ kinds: [EntryNotes.Kind], through revision: Int64 = .max
  ) throws -> [(entry: Int64, notes: EntryNotes)] {
    try database.read { session in
      var texts: [Int64: [EntryNotes.Kind: String]] = [:]
      for kind in kinds {
        for (entry, text) in try NoteTable.texts(of: kind, through: revision, session) {
          texts[entry, default: [:]][kind] = text
        }
      }
      if texts.isEmpty { return [] }
      let headers = try EntryTable.headers(session, through: revision)
      return texts.filter { !headers.isUndone($0.key) }.sorted { $0.key < $1.key }
        .map { ($0.key, EntryNotes($0.value)) }
    }
  }

  /// The entries with a list that are in force at a revision, oldest first.
  package func standingLists(through revision: Int64 = .max) throws -> [StandingList] {
    try database.read { session in
      let headers = try EntryTable.headers(session, through: revision)
      // Which entries have a file, and from which sender?
      return try session.rows(
        """
        SELECT number, kind, at, file_name, upload, sender, year, as_of_month, layout
        FROM entry
        WHERE upload IS NOT NULL AND number <= ?
        ORDER BY number
        """, .integer(revision)
      ) { row in
        let number = try row.key(0, in: Stored.number, "entry")
        guard let kind = Entry.Kind(rawValue: row.text(1)),
          let tables = LayoutText.read(row.text(8))
        else {
          throw StorageError.damaged(table: "entry", row: number)
        }
        return StandingList(
          entry: number, kind: kind,
          at: EntryTable.date(
            milliseconds: try row.int64(2, in: Stored.moment, "entry", row: number)),
          file: row.text(3), sha256: row.text(4), sender: row.text(5),
          year: Int(try row.int64(6, in: Stored.year, "entry", row: number)),
          asOfMonth: try row.int64IfAny(7, in: Stored.month, "entry", row: number).map(Int.init),
          columns: ListKind(tables))
      }.filter { !headers.isUndone($0.entry) }
    }
  }

  /// Values of lists that were resolved later by an entry that is now undone, and that the ledger still lacks.
  package func takenBackWords() throws -> [TakenBackWord] {
    try database.read { session in
      let headers = try EntryTable.headers(session)
      // Which entries took values from lists later?
      let answers = try session.rows(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE upload IS NOT NULL AND kind = ?
        ORDER BY number
        """, .text(Entry.Kind.answer.rawValue), read: EntryTable.entry)
      var words: [TakenBackWord] = []
      for entry in answers where headers.isUndone(entry.number) {
        // An answer about rows has notes.
        guard let source = entry.source, try NoteTable.texts(of: entry.number, session).isEmpty
        else { continue }
        words += try ChangeTable.changes(of: entry.number, session).flatMap { change in
          change.fields.filter { $0.before == nil }.map {
            TakenBackWord(
              sha256: source.sha256, sender: source.sender, project: change.project, key: $0.key)
          }
        }
      }
      if words.isEmpty { return [] }
      let projects = try ProjectReader(items: ItemNumbers(session), session)
        .projects(Set(words.map(\.project)).sorted(), session)
      let lacking = Dictionary(projects.map { ($0.id, $0.record) }) { first, _ in first }
      return words.filter { word in lacking[word.project].map { $0[word.key] == nil } ?? false }
    }
  }

  /// The projects of the rows of some lists, altered or not.
  package func projects(named lists: some Sequence<Int64>) throws -> Set<ProjectID> {
    try database.read { session in
      var projects: Set<ProjectID> = []
      for list in lists {
        projects.formUnion(try ChangeTable.projects(of: list, session))
        projects.formUnion(try EntryTable.entry(list, session).source?.outcomes?.projects ?? [])
      }
      return projects
    }
  }

  /// The latest month of the sender's earlier lists, if the list is for an earlier month; nil otherwise.
  package func monthNewer(than entry: Int64) throws -> Period? {
    try database.read { session in
      let headers = try EntryTable.headers(session)
      guard let header = headers[entry], header.kind == .import, let month = header.month,
        let newest = headers.newestMonth(before: entry), month < newest
      else { return nil }
      return newest
    }
  }

  /// The names of projects; those that do not exist or are hidden are omitted.
  package func names(of projects: some Sequence<ProjectID>) throws -> [ProjectID: String] {
    try database.read { session in
      var names: [ProjectID: String] = [:]
      let sight = try VisibilityReader(session)
      for project in Set(projects) where try sight.shows(project) {
        // What is the name of this project?
        names[project] = try session.row(
          """
          SELECT name
          FROM project
          WHERE id = ?
          """, .integer(project)
        ) { $0.text(0) }
      }
      return names
    }
  }

  /// The number of visible projects.
  package func projectCount() throws -> Int {
    try database.read { session in
      // How many projects are there?
      let condition = try session.sight.condition(session)
      let statement = try session.statement(
        """
        SELECT count(*)
        FROM project AS p
        WHERE \(condition?.sql ?? "TRUE")
        """
      ).bind(condition?.values ?? [])
      return try statement.step() ? statement.int(0) : 0
    }
  }

  /// The number of the next new project.
  package func nextProject() throws -> ProjectID {
    try database.read { try ChangeTable.ends($0).project + 1 }
  }
}

/// A value of a list that a later, now undone entry resolved, and that the ledger lacks.
package struct TakenBackWord: Hashable, Sendable {
  package let sha256: String
  package let sender: String
  package let project: ProjectID
  package let key: FieldKey
}
