import Foundation
package import Intake
package import Ledger
import Matching
import Storage
import Wording

extension LedgerOperations {
  /// Adds a project by hand, with the same parsing, rules and journal as an import.
  ///
  /// Throws `nameMissing`, `unknownFields`, `rejectedValues`, `projectExists`, and `unknownProject` for a
  /// package that the person may not see.
  package func add(_ assignments: [Assignment], reason: String?) throws -> EditOutcome {
    try act(.edit) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let reading = try read(assignments, catalogue)
      let row = ParsedRow(number: 1, serial: nil, values: reading.values)
      guard row.text(.name) != nil else { throw OperationError.nameMissing }
      try refuseKnown(row, store, catalogue)
      let fields = reading.values.sorted { $0.key < $1.key }.map {
        FieldChange(key: $0.key, before: nil, after: $0.value)
      }
      let creation = DraftChange(project: nil, kind: .create, fields: fields)
      try permit(packageOf: fields, store, catalogue)
      let entry = try act.write(act.entry(.edit, [creation], because: reason))
      let project = try store.changes(of: entry.number).first?.project
      return EditOutcome(
        entry: entry, project: project, changes: fields, findings: reading.findings)
    }
  }

  /// Changes a project by hand. `project` is an id, a code or an exact name; `revision` is the project's
  /// revision the person looked at, nil to skip the check; `seen` are the remarks they have seen, nil to get
  /// them with the outcome; `own` are remarks that the page adds. Throws `StorageError.stale` if the project
  /// changed since, `unseenRemarks` before anything is written.
  package func edit(
    _ project: String, _ assignments: [Assignment], reason: String?,
    ifRevision revision: Int64? = nil, seen: [String]? = nil, remarks own: [String] = []
  ) throws -> EditOutcome {
    try act(.edit) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let id = try Self.resolve(project, store)
      let reading = try read(assignments, catalogue)
      let known = try Self.project(id, ifRevision: revision, store)
      let record = known.record
      try permit(contactsIn: reading, of: known, act)
      let latest = try Self.progress(of: known, store, catalogue).keys.max()
      let changes = Self.changes(reading, from: record, latest: latest)
      if changes.contains(where: { $0.key == FieldKey(.name) && $0.after == nil }) {
        throw OperationError.nameMissing
      }
      guard !changes.isEmpty else {
        return EditOutcome(entry: nil, project: id, changes: [], findings: reading.findings)
      }
      try act.permit([DraftChange(project: id, kind: .update, fields: changes)])
      try permit(packageOf: changes, store, catalogue)
      let holders = try Self.holders(of: changes, besides: id, store)
      if let seen {
        let remarks = own + EditOutcome.remarks(on: reading.findings, holders, catalogue)
        let unseen = remarks.filter { !seen.contains($0) }
        if !unseen.isEmpty { throw OperationError.unseenRemarks(remarks) }
      }
      let word = try UnitEdit(changes, of: known, act)
      // The parts may belong to other people: updating their package's name needs no right over them.
      let parts = try Self.partsFollowing(word.written, record, store.whole)
      let entry = try act.write(word, because: reason, entailing: parts) { changes in
        act.entry(.edit, changes, because: reason)
      }
      return EditOutcome(
        entry: entry, project: id, changes: word.written, findings: reading.findings,
        codeHolders: holders, held: word.held)
    }
  }

  /// Throws `rightMissing` for masked fields, whether or not the value differs, so that nobody can probe values
  /// by trying.
  private func permit(
    contactsIn reading: AssignmentReader.Reading, of project: StoredProject, _ act: Act
  ) throws {
    let masked = act.catalogue.sensitiveFields
    let keys = (reading.values.map(\.key) + reading.cleared).filter { masked.contains($0.field) }
    if keys.isEmpty { return }
    let fields = keys.map { FieldChange(key: $0, before: project.record[$0], after: nil) }
    try act.permit([DraftChange(project: project.id, kind: .update, fields: fields)])
  }

  /// Other projects that already have the code in `changes`.
  private static func holders(
    of changes: [FieldChange], besides project: ProjectID, _ store: LedgerStore
  ) throws -> [ProjectID] {
    let code = changes.first { $0.key == FieldKey(.code) }?.after
    guard case .text(let code)? = code else { return [] }
    return try store.find(code).filter { $0 != project }
  }

  /// A project to be changed; throws `StorageError.stale` if its revision differs from `revision`.
  static func project(
    _ id: ProjectID, ifRevision revision: Int64?, _ store: LedgerStore
  ) throws -> StoredProject {
    let project = try store.project(id)
    if let revision, project.revision != revision {
      throw StorageError.stale(expected: revision, found: project.revision)
    }
    return project
  }

  /// The changes of a renamed package's parts, which refer to it by name.
  private static func partsFollowing(
    _ changes: [FieldChange], _ record: Record, _ store: LedgerStore
  ) throws -> [DraftChange] {
    guard let name = record.text(.name),
      case .text(let new)? = changes.first(where: { $0.key == FieldKey(.name) })?.after,
      try store.find(name).count == 1
    else { return [] }
    return try store.parts(of: name).map { LedgerOperations.move($0, from: name, to: new) }
  }

  /// The maximum length of a typed project name, in characters.
  static let longestName = 500

  /// The values of assignments. Throws `unknownFields`, `nameTooLong`, `rejectedValues`.
  func read(
    _ assignments: [Assignment], _ catalogue: Catalogue
  ) throws -> AssignmentReader.Reading {
    let reader = AssignmentReader(
      catalogue: catalogue, lexicon: HeaderLexicon(try HeaderWords(catalogue)), year: currentYear)
    let reading = reader.read(assignments)
    guard reading.unknown.isEmpty else { throw OperationError.unknownFields(reading.unknown) }
    for value in reading.values where value.key == FieldKey(.name) {
      if case .text(let name) = value.value, name.count > Self.longestName {
        throw OperationError.nameTooLong(name.count, limit: Self.longestName)
      }
    }
    // Unlike an import, a hand edit rejects unreadable values instead of skipping them: the person can correct
    // them.
    let stated = Set(reading.values.map(\.key))
    let silent = assignments.filter { !$0.text.isEmpty && reader.read([$0]).saysNothing }
    let unread = silent.map { assignment in
      let key = reader.key(of: assignment.field)
      return Finding(
        key?.field == .code ? .codeMalformed : .refUnknown, sheet: "", cell: "",
        raw: assignment.text, field: key)
    }
    let rejected =
      unread
      + reading.findings.filter { finding in
        finding.severity == .error || finding.field.map { !stated.contains($0) } ?? false
      }
    guard rejected.isEmpty else { throw OperationError.rejectedValues(rejected) }
    return reading
  }

  private func refuseKnown(_ row: ParsedRow, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    let known = try KnownProjects(store, catalogue)
    let found: [ProjectID]
    switch try known.matcher.matches(of: [row])[0] {
    case .project(let id, _):
      throw OperationError.projectExists(id, name: known.index[id]?.name ?? "")
    case .several(let ids): found = ids
    case .possibly(let id, _): found = [id]
    case .new, .repeated, .nameless, .astray: return
    }
    // Projects of the same name are the same unless their places differ.
    let standing = try store.projects(found)
    for id in found {
      guard let other = standing[id]?.record, let name = other.text(.name),
        row.text(.name).map({ NameKey($0) }) == NameKey(name),
        [Field.district, .zone].allSatisfy({ field in
          let (own, its) = (row[field], other[field])
          return own == nil || its == nil || own == its
        })
      else { continue }
      throw OperationError.projectExists(id, name: name)
    }
  }

  /// The changed fields. The progress of a month also becomes the current progress, unless a month after it is
  /// known.
  private static func changes(
    _ reading: AssignmentReader.Reading, from record: Record, latest: Period?
  ) -> [FieldChange] {
    var after: [FieldKey: Value?] = [:]
    let month = reading.values.filter { $0.key.field == .monthlyProgress }.max { $0.key < $1.key }
    if let month, let period = month.key.period, latest.map({ $0 <= period }) ?? true {
      after[FieldKey(.progress)] = month.value
    }
    for key in reading.cleared { after[key] = .some(nil) }
    for value in reading.values { after[value.key] = value.value }
    return after.keys.sorted().compactMap { key in
      let value = after[key] ?? nil
      return record[key] == value ? nil : FieldChange(key: key, before: record[key], after: value)
    }
  }
}

/// The result of a hand edit.
package struct EditOutcome: Sendable {
  /// Nil if nothing changed.
  package let entry: Entry?
  package let project: ProjectID?
  package let changes: [FieldChange]
  /// Findings for the person to check; none of their values was dropped.
  package let findings: [Finding]
  /// Other projects with the code given to this one.
  package var codeHolders: [ProjectID] = []
  /// Changes that the person may not decide, waiting in the queue.
  package var held: [FieldChange] = []

  /// Remarks for the person as sentences; none if nothing was written.
  package func remarks(_ catalogue: Catalogue) -> [String] {
    entry == nil ? [] : Self.remarks(on: findings, codeHolders, catalogue)
  }

  /// The same before anything is written.
  static func remarks(
    on findings: [Finding], _ holders: [ProjectID], _ catalogue: Catalogue
  ) -> [String] {
    FindingGroup.groups(of: findings).map { group in
      group.sentence(catalogue) + group.suggestion(catalogue)
    } + (holders.isEmpty ? [] : [Reply.codeIsTaken(by: holders)])
  }
}
