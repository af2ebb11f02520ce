import Engine
package import Foundation
package import Ledger

/// An act with a list behind it that holds: an import, or an answer about one, not taken back.
package struct StandingList: Hashable, Sendable {
  package let entry: Int64
  package let kind: Entry.Kind
  /// When the ledger recorded it.
  package let at: Date
  package let file: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let sha256: String
  /// Who sent it; empty when nobody said.
  package let sender: String
  package let year: Int
  /// The month that its figures reach, when it states one.
  package let asOfMonth: Int?
  package let columns: ListKind

  /// Whose word it is, as `Speaker` names it.
  package var speaker: String { Speaker.name(sender: sender, file: file) }
  /// The month that its figures reach.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }
}

extension LedgerStore {
  /// What an entry says beside its changes.
  package func notes(of entry: Int64) throws -> EntryNotes {
    try database.read { session in
      EntryNotes(
        Dictionary(try NoteTable.texts(of: entry, session).map { ($0.kind, $0.text) }) {
          first, _ in first
        })
    }
  }

  /// What the entries that hold at a revision say of some kinds, oldest first; those taken back by then say
  /// nothing.
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

  /// The acts with a list behind them that hold at a revision, oldest first.
  package func standingLists(through revision: Int64 = .max) throws -> [StandingList] {
    try database.read { session in
      let headers = try EntryTable.headers(session, through: revision)
      // Which acts came from a file, and whose was it?
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

  /// What lists said in words that were decided later, where the entry that filled it in was taken back and the
  /// ledger lacks it still.
  package func takenBackWords() throws -> [TakenBackWord] {
    try database.read { session in
      let headers = try EntryTable.headers(session)
      // Which entries took something from lists later?
      let answers = try session.rows(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE upload IS NOT NULL AND kind = ?
        ORDER BY number
        """, .text(Entry.Kind.answer.rawValue), read: EntryTable.entry)
      var words: [TakenBackWord] = []
      for entry in answers where headers.isUndone(entry.number) {
        // One that answers about rows says so.
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

  /// The projects that the rows of some lists are about, altered or not.
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

  /// The month that a list's sender had reached before it, where the list is of an earlier one; nil where it is not.
  package func monthNewer(than entry: Int64) throws -> Period? {
    try database.read { session in
      let headers = try EntryTable.headers(session)
      guard let header = headers[entry], header.kind == .import, let month = header.month,
        let newest = headers.newestMonth(before: entry), month < newest
      else { return nil }
      return newest
    }
  }

  /// What projects are called; those that are not there are left out.
  package func names(of projects: some Sequence<ProjectID>) throws -> [ProjectID: String] {
    try database.read { session in
      var names: [ProjectID: String] = [:]
      let sight = try VisibilityReader(session)
      for project in Set(projects) where try sight.shows(project) {
        // What is this project called?
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

  /// How many projects there are.
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

  /// The number that the next new project gets.
  package func nextProject() throws -> ProjectID {
    try database.read { try ChangeTable.ends($0).project + 1 }
  }
}

/// A value that a list said in a word which was decided later, and that nobody has written by now.
package struct TakenBackWord: Hashable, Sendable {
  package let sha256: String
  package let sender: String
  package let project: ProjectID
  package let key: FieldKey
}
