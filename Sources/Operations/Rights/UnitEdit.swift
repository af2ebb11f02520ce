import Foundation
import Ledger
import Storage
import Wording

/// What somebody of a unit types of a project, held against whose word counts (字段归口): what their unit may
/// alter, and what waits in the queue as what a list of the unit says would.
///
/// What waits is kept as a list of one row that the unit sent, so that it is one more word of a sender: nothing
/// else stores it, asks about it or writes it.
struct UnitEdit {
  /// What is written.
  let written: [FieldChange]
  /// What waits for whoever ranks higher.
  let held: [FieldChange]
  private let project: StoredProject
  private let unit: String
  private let catalogue: Catalogue

  /// Whoever may edit everything and speaks for no unit keeps the ledger, and alters what they like; of whoever may
  /// not, the word is nobody's in particular. Throws `clearsOwned` for a value that
  /// is not the unit's to clear: a blank is no word that could wait. `isOne` says that all of it waits where some
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

  /// What the word behind the value that stands weighs, the foremost of all who say it: of senders, and of the unit of
  /// whoever typed it.
  private static func rank(
    of change: FieldChange, _ project: StoredProject, _ testimony: Provenance,
    _ catalogue: Catalogue
  ) -> Int {
    guard let standing = change.before else { return .max }
    // Of what nobody of a unit brought, whoever keeps the ledger did.
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

  /// The list of one row that says what waits, with its file; nil where nothing does.
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

  /// The change of what is written; empty where nothing is.
  fileprivate var changes: DraftChanges {
    written.isEmpty ? [] : [DraftChange(project: project.id, kind: .update, fields: written)]
  }
}

extension Act {
  /// Writes what the person may alter, as the entry that is made of it, and keeps beside it what waits for whoever
  /// ranks higher; the entry of what was written, where nothing was of what waits.
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
