import Intake
import Ledger
import Matching
import Storage
import Wording

extension ImportPreparation {
  /// The keys of the columns whose blank cells clear values; throws `unknownFields`, and `nameMissing` for the
  /// name, which is required.
  func clearedKeys(
    in list: Intake.ProjectList, _ catalogue: Catalogue
  ) throws -> Set<FieldKey> {
    if options.clear.isEmpty { return [] }
    let reader = AssignmentReader(
      catalogue: catalogue, lexicon: HeaderLexicon(try HeaderWords(catalogue)), year: list.year)
    let keys = options.clear.map { ($0, reader.keys(named: $0)) }
    let unknown = keys.filter(\.1.isEmpty).map(\.0)
    guard unknown.isEmpty else { throw OperationError.unknownFields(unknown) }
    let cleared = Set(keys.flatMap(\.1))
    guard !cleared.contains(FieldKey(.name)) else { throw OperationError.nameMissing }
    return cleared
  }
}

extension MarkedRows {
  /// The marked rows of a list, with the ledger's seals of their revisions and its projects.
  init(_ rows: Rows, _ known: KnownProjects, _ store: LedgerStore) throws {
    let marks = rows.compactMap(\.mark)
    if marks.isEmpty {
      self.init(seals: [:]) { _ in false }
      return
    }
    var seals: [Int64: UInt32] = [:]
    for revision in Set(marks.map(\.revision)) where revision > 0 && revision <= known.revision {
      seals[revision] = try store.entry(revision).seal
    }
    self.init(seals: seals) { [index = known.index] in index.contains($0) }
  }
}

extension LedgerStore {
  /// The records of marked projects at the revisions of their marks. A project unchanged since has its current
  /// record.
  func exported(
    _ marks: [RowMark], _ now: [ProjectID: StoredProject]
  ) throws -> [ProjectID: Record] {
    var revisions: [ProjectID: Int64] = [:]
    for mark in marks where now[mark.project] != nil {
      revisions[mark.project] = revisions[mark.project] ?? mark.revision
    }
    let altered = revisions.filter { project, revision in
      now[project].map { $0.revision > revision } ?? false
    }
    let earlier = try records(asOf: altered)
    return Dictionary(
      uniqueKeysWithValues: revisions.keys.map { project in
        (
          project,
          altered[project] == nil
            ? now[project]?.record ?? Record() : earlier[project] ?? Record()
        )
      })
  }

  /// The entries that last changed the values in a plan's conflicts.
  func alterations(_ plan: ImportPlan) throws -> [ProjectID: [FieldKey: Entry]] {
    var alterations: [ProjectID: [FieldKey: Entry]] = [:]
    for row in plan.differing where !row.conflicts.isEmpty {
      guard let known = row.known else { continue }
      let keys = Set(row.conflicts.map(\.key))
      for step in try history(of: known.id) {
        for field in step.change.fields where keys.contains(field.key) {
          alterations[known.id, default: [:]][field.key] = step.entry
        }
      }
    }
    return alterations
  }
}
