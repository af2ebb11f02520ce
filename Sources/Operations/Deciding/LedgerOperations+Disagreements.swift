import Foundation
package import Ledger
import Matching
package import Storage

/// What a sender says against the value that stands, until a person decides.
package struct Disagreement: Sendable {
  package enum Kind: String, Sendable {
    /// A person changed the value, and the sender's list says something else since.
    case conflict
    /// Senders stand behind the value whose word counts more.
    case difference
  }

  package let kind: Kind
  package let project: StoredProject
  package let key: FieldKey
  /// What the sender says, for which month, and where.
  package let said: StatedValue
  /// Nil where a person cleared it.
  package fileprivate(set) var standing: Value?
  /// The senders behind the value that stands, as `Speaker` names them; empty where a person is.
  package let standingSenders: [String]
  package let standingMonth: Period?
  package let standingOrigin: Origin?
  let word: Provenance.Word
}

extension LedgerOperations {
  /// All that senders say against values that stand and nobody has decided yet, project by project.
  package func disagreements() throws -> [Disagreement] {
    try reading { store, catalogue in try Self.disagreements(store, catalogue) }
  }

  /// The same of an open ledger, of one project where it is named.
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
      // Among equals the later month has decided.
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

  /// Decides what stands. What the sender says is written with its own cell as origin (采用); that the ledger's
  /// value stays (不采用) is remembered as long as both say the same. One entry.
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

  /// What a project that is renamed was called goes on as one of its names.
  private static func formerName(of record: Record, after change: FieldChange) -> [FieldChange] {
    guard change.key.field == .name, case .text(let name)? = change.after,
      let others = FormerName.others(of: record, renamed: name)
    else { return [] }
    let key = FieldKey(.otherNames)
    return [FieldChange(key: key, before: record[key], after: others)]
  }
}

extension Disagreement {
  /// The same after another answer about the value.
  func standing(_ value: Value) -> Disagreement {
    var disagreement = self
    disagreement.standing = value
    return disagreement
  }
}

extension Source {
  /// The same file for what is taken from it later.
  fileprivate var ofOneRow: Source {
    Source(
      fileName: fileName, sha256: sha256, sender: sender, year: year, asOfMonth: asOfMonth,
      tables: tables)
  }
}
