import Engine
import Ledger

/// Plans a merge: values, senders' statements, and parts of packages.
struct MergePlanner {
  private let merge: Entry.Merge
  private let gone: ProjectState
  private let standing: ProjectState
  private let goneRecord: Record
  private let record: Record
  /// A part with the name of its package.
  private struct Part {
    let project: ProjectID
    let package: String
  }

  private var taken: [FieldKey: FieldChange] = [:]
  private var dropped: [MergePlan.Dropped] = []

  static func plan(
    _ merge: Entry.Merge, taking fields: Set<Field>, _ session: Session
  ) throws -> MergePlan {
    var planner = try MergePlanner(merge, session)
    planner.compare(taking: fields)
    planner.keepNames()
    planner.leavePackage()
    let parts = try planner.parts(session)
    return MergePlan(
      merge: merge, revision: try LedgerStore.revision(session),
      name: planner.goneRecord.text(.name) ?? "", nameThatStays: planner.nameThatStays,
      taken: planner.fields, dropped: planner.dropped, parts: parts.map(\.project),
      changes: planner.changes(parts: parts))
  }

  private init(_ merge: Entry.Merge, _ session: Session) throws {
    let headers = try EntryTable.headers(session)
    func state(_ project: ProjectID) throws -> (ProjectState, Record) {
      let state = try ChangeTable.replay(of: project, headers: headers, session).state
      guard let record = state.record else { throw StorageError.unknownProject(project) }
      return (state, record)
    }
    self.merge = merge
    (gone, goneRecord) = try state(merge.project)
    (standing, record) = try state(merge.into)
  }

  private mutating func compare(taking fields: Set<Field>) {
    for entry in goneRecord.entries where entry.key.field != .otherNames {
      let own = record[entry.key]
      if own == entry.value { continue }
      if let own, !fields.contains(entry.key.field) {
        dropped.append(MergePlan.Dropped(key: entry.key, value: entry.value, kept: own))
      } else {
        taken[entry.key] = FieldChange(key: entry.key, before: own, after: entry.value)
      }
    }
  }

  /// Gives the remaining project all names of the two.
  private mutating func keepNames() {
    let key = FieldKey(.otherNames)
    func others(_ record: Record) -> [String] {
      if case .list(let names)? = record[key] { names } else { [] }
    }
    let known = [goneRecord.text(.name), record.text(.name)].compactMap { $0 }
    var names = others(record)
    for name in others(goneRecord) + known where !names.contains(name) && name != nameThatStays {
      names.append(name)
    }
    if names != others(record) {
      taken[key] = FieldChange(key: key, before: record[key], after: .list(names))
    }
  }

  /// Clears a package that would be the project itself or the merged one.
  private mutating func leavePackage() {
    let key = FieldKey(.package)
    let names = [goneRecord[.name], record[.name], taken[FieldKey(.name)]?.after]
    guard let package = taken[key]?.after ?? record[key], names.contains(package) else { return }
    taken[key] =
      record[key] == nil ? nil : FieldChange(key: key, before: record[key], after: nil)
  }

  private var fields: [FieldChange] { taken.values.sorted { $0.key < $1.key } }

  private var nameThatStays: String {
    if case .text(let name) = taken[FieldKey(.name)]?.after { return name }
    return record.text(.name) ?? ""
  }

  /// The parts of the two whose package name would no longer exist.
  private func parts(_ session: Session) throws -> [Part] {
    let names = Set([goneRecord.text(.name), record.text(.name)].compactMap { $0 })
    return try names.subtracting([nameThatStays]).sorted().flatMap { name in
      // Which projects are parts of this one, if no other has its name?
      try session.rows(
        """
        SELECT id
        FROM project
        WHERE package = ? AND id NOT IN (?, ?)
          AND NOT EXISTS (SELECT 1 FROM project WHERE name = ? AND id NOT IN (?, ?))
        ORDER BY id
        """, .text(name), .integer(merge.project), .integer(merge.into), .text(name),
        .integer(merge.project), .integer(merge.into)
      ) { Part(project: $0.int64(0), package: name) }
    }
  }

  private func changes(parts: [Part]) -> [DraftChange] {
    let package = FieldKey(.package)
    return [
      DraftChange(
        project: merge.into, kind: .update, fields: fields, inheritance: inheritance),
      DraftChange(
        project: merge.project, kind: .remove,
        fields: goneRecord.entries.map {
          FieldChange(key: $0.key, before: $0.value, after: nil)
        }),
    ]
      + parts.map { part in
        DraftChange(
          project: part.project, kind: .update,
          fields: [
            FieldChange(
              key: package, before: .text(part.package), after: .text(nameThatStays))
          ])
      }
  }

  private var inheritance: Inheritance {
    Inheritance(
      statements: gone.statements.mapValues(\.said).filter { !$0.value.isEmpty },
      reach: gone.reach.filter { taken[$0.key]?.after != nil })
  }
}
