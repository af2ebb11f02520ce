import Foundation
import Ledger
import Storage
import Wording

/// What somebody of a unit types of a project, held against whose word counts (字段归口): what their unit may
/// alter, and what waits in the queue as what a list of the unit says would.
///
/// What waits is kept as a list of one row that the unit sent, so that it is one more word of a sender: nothing
/// else stores it, asks about it or writes it.
struct HandWord {
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
    _ changes: [FieldChange], of project: StoredProject, by person: Person, _ store: LedgerStore,
    _ catalogue: Catalogue, isOne: Bool = false
  ) throws {
    self.project = project
    self.catalogue = catalogue
    let keepsLedger = Permissions(person, catalogue).reach(of: .edit).isEverything
    guard let unit = person.unit ?? (keepsLedger ? nil : "") else {
      (self.unit, written, held) = ("", changes, [])
      return
    }
    self.unit = unit
    let authority = catalogue.authority
    let owned = changes.filter { $0.before != nil && authority.group(of: $0.key) != nil }
    let testimony =
      owned.isEmpty
      ? Testimony() : try store.whole.testimonies(of: [project.id])[project.id] ?? Testimony()
    let held = try owned.filter { change in
      let own = authority.rank(of: unit, about: change.key, project.record)
      return try own > Self.rank(of: change, project, testimony, store, catalogue)
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

  /// What the word behind the value that stands weighs: of several senders' the foremost; of what a person
  /// typed, their unit's.
  private static func rank(
    of change: FieldChange, _ project: StoredProject, _ testimony: Testimony,
    _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> Int {
    guard let standing = change.before else { return .max }
    let ranks = SpeakerRanks(catalogue)
    let senders = testimony.supporters(of: standing, change.key)
    let best = senders.map { ranks.rank(of: $0, about: change.key, project.record) }.min()
    if let best { return best }
    guard let bringer = testimony.bringers[change.key],
      let unit = catalogue.unit(ofActor: try store.entry(bringer.entry).actor)
    else { return 0 }
    return catalogue.authority.rank(of: unit, about: change.key, project.record)
  }

  /// The list of one row that says what waits, with its file; nil where nothing does.
  func draft(
    at date: Date, actor: String, reason: String?, year: Int
  ) -> (entry: EntryDraft, file: ReceivedFile)? {
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
      year: year, asOfMonth: nil, tables: [SourceTable(sheet: "", columns: columns)])
    let stated = zip(held, texts).map { Stated(key: $0.key, value: $0.after, raw: $1) }
    let entry = EntryDraft(
      at: date, actor: actor, kind: .edit, reason: reason, source: source,
      changes: [
        DraftChange(
          project: project.id, kind: .update, fields: [], stated: stated,
          row: SourceRow(table: 0, number: 2))
      ])
    return (entry, file)
  }
}

extension Catalogue {
  /// The unit that an act names behind whoever did it (`韦某（市工信局，wei）`); nil where it names none.
  fileprivate func unit(ofActor actor: String) -> String? {
    guard actor.hasSuffix("）"), let open = actor.lastIndex(of: "（") else { return nil }
    let parts = actor[actor.index(after: open)...].dropLast().split(separator: "，")
    return parts.count > 1 ? unit(ofSender: String(parts[0])) : nil
  }
}
