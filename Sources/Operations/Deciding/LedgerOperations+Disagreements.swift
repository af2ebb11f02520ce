import Foundation
package import Ledger
import Matching
package import Storage

/// A sender's statement that differs from the current value, until a person decides.
package struct Disagreement: Sendable {
  package enum Kind: String, Sendable {
    /// A person changed the value, and the sender's list has since stated another one.
    case conflict
    /// Senders of higher rank support the current value.
    case difference
  }

  package let kind: Kind
  package let project: StoredProject
  package let key: FieldKey
  /// The sender's statement, with its month and cell.
  package let said: StatedValue
  /// Nil if a person cleared the value.
  package fileprivate(set) var standing: Value?
  /// The senders that support the current value, as `Speaker` names them; empty if a person set it.
  package let standingSenders: [String]
  package let standingMonth: Period?
  package let standingOrigin: Origin?
  let word: Provenance.Word
}

extension LedgerOperations {
  /// All undecided statements that differ from current values, by project.
  package func disagreements() throws -> [Disagreement] {
    try reading { store, catalogue in try Self.disagreements(store, catalogue) }
  }

  /// The same for an open ledger; only of `project` if it is not nil.
  static func disagreements(
    of project: ProjectID? = nil, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [Disagreement] {
    let ranks = SenderRanks(catalogue)
    return try store.heldWords(of: project).compactMap { held in
      func rank(_ sender: String) -> Int {
        ranks.rank(of: sender, about: held.key, held.project.record)
      }
      let senders =
        held.standing.map { held.testimony.supporters(of: $0, held.key) } ?? []
      let best = senders.map(rank).min()
      let kind: Disagreement.Kind = best == nil ? .conflict : .difference
      let own = ranks.rank(
        of: held.said.sender, about: held.key, held.project.record, against: held.testimony)
      // At equal rank the later month has already decided.
      if let best, own == best { return nil }
      let earlier = catalogue.settlement(
        sender: Speaker.unnamed(held.said.sender) == nil ? held.said.sender : "",
        project: held.project.id, key: held.key)
      if let earlier, earlier.list == held.said.value,
        earlier.standing == nil || earlier.standing == held.standing
      {
        return nil
      }
      let foremost = senders.filter { rank($0) == best }
      return Disagreement(
        kind: kind, project: held.project, key: held.key, said: held.said,
        standing: held.standing, standingSenders: foremost,
        standingMonth: foremost.compactMap { held.testimony.words[$0]?[held.key]?.month }.max(),
        standingOrigin: held.standingOrigin, word: held.word)
    }
  }

  /// Decides the value in one entry. 采用 writes the sender's value with its own cell as origin; 不采用 keeps the
  /// ledger's value and applies as long as both stay the same.
  package func settle(
    _ disagreement: Disagreement, _ choice: Settlement.Choice, reason: String?
  ) throws -> Entry {
    try act(.decide) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let project = try store.project(disagreement.project.id)
      let (key, said) = (disagreement.key, disagreement.said)
      guard project.record[key] == disagreement.standing else {
        throw StorageError.beforeDiffers(project: project.id, key: key)
      }
      let source = try store.entry(disagreement.word.entry).source
      let sender = source?.sender ?? said.sender
      let isTaken = choice == .list
      var changes: [DraftChange] = []
      let after: Value? =
        switch choice {
        case .list: said.value
        case .hand: nil
        case .other(let value): value
        }
      if let after, after != disagreement.standing {
        let field = FieldChange(
          key: key, before: disagreement.standing, after: after,
          raw: isTaken ? disagreement.word.raw : nil)
        changes.append(
          DraftChange(
            project: project.id, kind: .update,
            fields: [field] + Self.formerName(of: project.record, after: field),
            row: isTaken ? disagreement.word.row : nil))
      }
      let code = Settlement.code(sender: sender, project: project.id, key: key)
      let settlement = Settlement(
        sender: sender, project: project.id, key: key, base: nil, list: said.value,
        standing: disagreement.kind == .difference ? after ?? disagreement.standing : nil,
        choice: choice, file: said.origin.fileName ?? "")
      let number = catalogue.item(.decision, code)?.position ?? catalogue.nextDecision
      return try act.write(
        act.entry(
          .decide, DraftChanges(changes), items: [settlement.item(position: number)],
          because: reason, from: isTaken && !changes.isEmpty ? source?.ofOneRow : nil))
    }
  }

  /// The previous name of a renamed project, added to its other names.
  private static func formerName(of record: Record, after change: FieldChange) -> [FieldChange] {
    guard change.key.field == .name, case .text(let name)? = change.after,
      let others = FormerName.others(of: record, renamed: name)
    else { return [] }
    let key = FieldKey(.otherNames)
    return [FieldChange(key: key, before: record[key], after: others)]
  }
}

extension Disagreement {
  /// The same after the value was changed by another answer.
  func standing(_ value: Value) -> Disagreement {
    var disagreement = self
    disagreement.standing = value
    return disagreement
  }
}

extension Source {
  /// The same file as the source of a value taken later.
  fileprivate var ofOneRow: Source {
    Source(
      fileName: fileName, sha256: sha256, sender: sender, year: year, asOfMonth: asOfMonth,
      tables: tables)
  }
}
