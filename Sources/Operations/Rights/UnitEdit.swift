import Foundation
import Ledger
import Storage
import Wording

/// A hand edit by a member of a unit, split by the ranks of the fields' owners (字段归口): what the unit may
/// change, and what waits in the queue like a statement in a list.
///
/// The waiting part is stored as a list of one row from the unit, so it is queried and settled like any other
/// sender's statement.
struct UnitEdit {
  /// The changes to write.
  let written: [FieldChange]
  /// The changes that wait for owners of higher rank.
  let held: [FieldChange]
  private let project: StoredProject
  private let unit: String
  private let catalogue: Catalogue

  /// People without a unit who may edit everything maintain the ledger, and all their changes are written;
  /// without that right they have the lowest rank. Throws `clearsOwned` for a value that the unit may not
  /// clear, because a blank is not a statement that could wait. With `isOne`, everything waits if any change
  /// does.
  init(
    _ changes: [FieldChange], of project: StoredProject, _ act: Act, isOne: Bool = false
  ) throws {
    let (store, catalogue) = (act.store, act.catalogue)
    self.project = project
    self.catalogue = catalogue
    let keepsLedger = act.operations.permissions(in: catalogue).reach(of: .edit).isEverything
    guard let unit = act.operations.person.unit ?? (keepsLedger ? nil : "") else {
      (self.unit, written, held) = ("", changes, [])
      return
    }
    self.unit = unit
    let authority = catalogue.authority
    let owned = changes.filter { $0.before != nil && authority.group(of: $0.key) != nil }
    let testimony =
      owned.isEmpty
      ? Provenance() : try store.whole.testimonies(of: [project.id])[project.id] ?? Provenance()
    let held = owned.filter { change in
      let own = authority.rank(
        of: unit, about: change.key, project.record,
        claimed: catalogue.claims(
          of: unit, on: project.record, against: change.key, testimony))
      return own > Self.rank(of: change, project, testimony, catalogue)
    }
    if let cleared = held.first(where: { $0.after == nil }) {
      throw OperationError.clearsOwned(
        cleared.key.field, group: authority.group(of: cleared.key)?.name ?? "")
    }
    if isOne, !held.isEmpty {
      (self.held, written) = (changes, [])
      return
    }
    self.held = held
    written = changes.filter { !held.contains($0) }
  }

  /// The best rank among the supporters of the current value: the senders that stated it and the unit of the
  /// person who typed it.
  private static func rank(
    of change: FieldChange, _ project: StoredProject, _ testimony: Provenance,
    _ catalogue: Catalogue
  ) -> Int {
    guard let standing = change.before else { return .max }
    // A value not set by any sender or unit was set by a maintainer of the ledger.
    guard let bringer = testimony.bringers[change.key],
      bringer.sender != nil || catalogue.unit(of: bringer) != nil
    else { return 0 }
    let ranks = SenderRanks(catalogue)
    let senders = Set(
      testimony.senders(of: standing, change.key) + [bringer.sender].compactMap { $0 })
    let said = senders.map { ranks.rank(of: $0, about: change.key, project.record) }
    let brought = catalogue.authority.rank(
      of: catalogue.unit(of: bringer), about: change.key, project.record)
    return said.reduce(brought, min)
  }

  /// The one-row list of the waiting statements, with its file; nil if nothing waits.
  fileprivate func waiting(
    _ act: Act, because reason: String?
  ) throws -> (entry: EntryDraft, file: ReceivedFile)? {
    if held.isEmpty { return nil }
    let texts = held.map { change in
      change.after.map { ValueWords.text($0, field: change.key.field, catalogue) } ?? ""
    }
    let heads = [Field.name.label] + held.map { ValueWords.label($0.key, catalogue) }
    let row = [project.record.text(.name) ?? ""] + texts
    let text = [heads, row].map { CSV.record($0.map { .text($0) }) }.joined()
    let file = ReceivedFile(
      name: InterchangeWords.typedList, bytes: Array((CSV.byteOrderMark + text).utf8))
    var columns = [FieldKey(.name): 0]
    for (column, change) in held.enumerated() { columns[change.key] = column + 1 }
    let source = Source(
      fileName: file.name, sha256: file.sha256, sender: catalogue.name(of: .unit, unit),
      year: try act.store.whole.totals(ProjectFilter()).year ?? act.operations.currentYear,
      asOfMonth: nil, tables: [SourceTable(sheet: "", columns: columns)])
    let stated = zip(held, texts).map { Stated(key: $0.key, value: $0.after, raw: $1) }
    let change = DraftChange(
      project: project.id, kind: .update, fields: [], stated: stated,
      row: SourceRow(table: 0, number: 2))
    return (act.entry(.edit, [change], because: reason, from: source), file)
  }

  /// The changes to write; empty if there are none.
  fileprivate var changes: DraftChanges {
    written.isEmpty ? [] : [DraftChange(project: project.id, kind: .update, fields: written)]
  }
}

extension Act {
  /// Writes the permitted changes as `entry` makes them, and the waiting ones as a list after it. Returns the
  /// first entry written.
  func write(
    _ word: UnitEdit, because reason: String?, entailing consequences: [DraftChange] = [],
    _ entry: (DraftChanges) -> EntryDraft
  ) throws -> Entry? {
    let own = word.written.isEmpty ? nil : entry(word.changes)
    let waiting = try word.waiting(self, because: reason)
    return try write(
      [own, waiting?.entry].compactMap { $0 }, entailing: consequences,
      upload: waiting?.file.upload
    ).first
  }
}
