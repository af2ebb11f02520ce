import Foundation
import Intake
import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Adds a milestone of a project (节点), changes it, marks it done or removes it, as one entry. `name` is its
  /// name; to mark one done or remove it, an unambiguous part of the name is enough.
  ///
  /// Throws `unknownProject`, `unknownMatter`, `severalMatters`, `dueMissing`, `dayToCome`,
  /// `StorageError.stale`.
  package func milestone(
    _ project: String, _ name: String, _ act: MatterAct
  ) throws -> MatterOutcome {
    try follow(.milestones, .milestone, project, name, act)
  }

  /// Raises a problem of a project (问题), hands it over to a unit, closes it or removes it, as one entry.
  /// Raising or handing over a closed problem reopens it.
  ///
  /// Throws the errors of `milestone`, and `unknownItem` for a unit.
  package func problem(
    _ project: String, _ words: String, _ act: MatterAct
  ) throws -> MatterOutcome {
    try follow(.problemLog, .problem, project, words, act)
  }

  private func follow(
    _ field: Field, _ kind: Entry.Kind, _ project: String, _ text: String, _ act: MatterAct
  ) throws -> MatterOutcome {
    try self.act(.edit) { writer in
      let (store, catalogue) = (writer.store, writer.catalogue)
      let id = try Self.resolve(project, store)
      let record = try Self.project(id, ifRevision: act.revision, store).record
      let name = try Self.name(text, act, field, record)
      let day = try pastDay(act.done ?? act.date)
      let key = FieldKey(field, named: name)
      var before: Matter?
      if case .matter(let known) = record[key] { before = known }
      let after = try matter(field, before, act, day, catalogue)
      if !act.isRemoved, field == .milestones, after.due == nil {
        throw OperationError.dueMissing(name)
      }
      let change = FieldChange(
        key: key, before: record[key], after: act.isRemoved ? nil : .matter(after))
      let altered = DraftChange(project: id, kind: .update, fields: [change])
      try writer.permit([altered])
      let entry =
        change.before == change.after
        ? nil
        : try writer.write(
          writer.entry(
            kind, [altered],
            because: [Self.summary(field, name, before, act), act.reason]
              .compactMap { $0 }.joined(separator: "："),
            on: day, document: act.document))
      return MatterOutcome(
        edit: EditOutcome(
          entry: entry, project: id, changes: entry == nil ? [] : [change], findings: []),
        name: name, field: field, matter: act.isRemoved ? nil : after, catalogue: catalogue)
    }
  }

  private func matter(
    _ field: Field, _ before: Matter?, _ act: MatterAct, _ day: PartialDate,
    _ catalogue: Catalogue
  ) throws -> Matter {
    var matter = before ?? Matter()
    if field == .problemLog, before == nil || act.raises && before?.isOpen == false {
      matter = Matter(raised: day)
    }
    matter.due = act.due ?? matter.due
    matter.done = act.isClosed ? day : act.done ?? matter.done
    matter.person = act.person ?? matter.person
    if let unit = act.unit {
      guard case .item(let code) = catalogue.resolveUnit(unit) else {
        throw OperationError.unknownItem(kind: CatalogueKind.unit.rawValue, code: unit)
      }
      matter.unit = code
    }
    return matter
  }

  /// The stored name that the text equals, or that it is an unambiguous part of.
  private static func name(
    _ text: String, _ act: MatterAct, _ field: Field, _ record: Record
  ) throws -> String {
    let known = record.matters(field).map(\.name)
    let text = CellText.unified(text)
    if text.isEmpty { throw OperationError.unknownMatter(field, text, known: known) }
    if known.contains(text) || !act.needsKnown(field) { return text }
    let candidates = known.filter { $0.contains(text) }
    switch candidates.count {
    case 1: return candidates[0]
    // A new problem, handed over at once.
    case 0 where act.unit != nil && !act.isClosed && !act.isRemoved: return text
    case 0: throw OperationError.unknownMatter(field, text, known: known)
    default: throw OperationError.severalMatters(field, text, candidates)
    }
  }

  /// What the act did, for the entry's reason.
  private static func summary(
    _ field: Field, _ name: String, _ before: Matter?, _ act: MatterAct
  ) -> String {
    let isProblem = field == .problemLog
    let step: MatterStep =
      if act.isRemoved {
        .removed
      } else if act.done != nil || act.isClosed {
        .done
      } else if let unit = act.unit {
        .handed(unit)
      } else if before == nil || isProblem && before?.isOpen == false {
        .raised
      } else {
        .altered
      }
    return step.words(of: field, name)
  }

  /// The day, which must not be in the future; nil is today. Throws `dayToCome`.
  func pastDay(_ date: PartialDate?) throws -> PartialDate {
    let today = try today
    guard let date else { return today }
    if date.firstDay > today.firstDay { throw OperationError.dayToCome(date) }
    return date
  }
}

extension MatterAct {
  /// Whether it reports an open problem.
  fileprivate var raises: Bool { !isClosed && !isRemoved }
}
