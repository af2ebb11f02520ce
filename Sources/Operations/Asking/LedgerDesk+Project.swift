import Foundation
package import Ledger
package import Storage
import Wording

extension LedgerDesk {
  /// One project with what made it what it is. `text` is an id, a code or an exact name.
  package func show(_ text: String) throws -> ProjectView {
    try reading { store, catalogue in
      let id = try Self.resolve(text, store)
      let project = try store.project(id)
      return ProjectView(
        project: project, origins: try store.origins(of: id),
        history: try store.history(of: id), statements: try store.statements(of: id),
        progress: try Self.progress(of: project, store, catalogue),
        catalogue: catalogue)
    }
  }

  /// What was reported of a project's works, month by month.
  static func progress(
    of project: StoredProject, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [Period: String] {
    let ranks = SpeakerRanks(catalogue)
    let reported = try store.reportedProgress(of: [project])[project.id] ?? ReportedProgress()
    return reported.byMonth { ranks.rank(of: $0, about: FieldKey(.progress), project.record) }
  }

  /// The project that an id, a code or an exact name means.
  static func resolve(_ text: String, _ store: LedgerStore) throws -> ProjectID {
    let ids = try store.find(text)
    switch ids.count {
    case 0: throw OperationError.unknownProject(text)
    case 1: return ids[0]
    default: throw OperationError.severalProjects(text, ids: ids)
    }
  }
}

/// A project with the origin of every value and all that happened to it.
package struct ProjectView: Sendable {
  package let project: StoredProject
  package let origins: [FieldKey: Origin]
  /// Oldest first.
  package let history: [HistoryStep]
  /// What each sender said last, key by key.
  package let statements: [FieldKey: [SaidWord]]
  /// What was reported of the works, month by month.
  let progress: [Period: String]
  package let catalogue: Catalogue

  /// What is known of it month by month.
  package var months: [ProjectMonth] {
    ProjectMonths(project, history, words: progress).all
  }

  /// As one object for programs.
  package func json(withHistory: Bool) -> JSON {
    var members: [(String, JSON)] = [("id", .integer(project.id))]
    members += ProjectJSON.members(of: project.record, catalogue)
    members.append(
      (
        "origins",
        .object(
          project.record.entries.map { entry in
            (entry.key.text, origins[entry.key].map(Self.json) ?? .null)
          })
      ))
    members.append(
      (
        "statements",
        .object(
          statements.sorted { $0.key < $1.key }.map { key, words in
            (key.text, .array(words.map { word(key, $0) }))
          })
      ))
    members.append(
      (
        "months",
        .object(
          months.map { month in
            (
              month.period.text,
              .object([
                ("own", .optional(month.own?.wanYuan)), ("done", .optional(month.toDate?.wanYuan)),
                ("progress", .optional(month.progress)),
              ])
            )
          })
      ))
    if withHistory { members.append(("history", .array(history.map(step)))) }
    return .object(members)
  }

  private func word(_ key: FieldKey, _ word: SaidWord) -> JSON {
    .object([
      ("sender", .string(Speaker.unnamed(word.sender) == nil ? word.sender : "")),
      ("value", ProjectJSON.value(word.value, field: key.field, catalogue)),
      ("month", .optional(word.month?.text)), ("source", Self.json(word.origin)),
    ])
  }

  private static func json(_ origin: Origin) -> JSON {
    .object(
      [
        ("entry", .integer(origin.entry)), ("file", .optional(origin.fileName)),
        ("sheet", .optional(origin.sheet)), ("cell", .optional(origin.cell)),
        ("raw", .optional(origin.raw)),
      ] + (origin.isConstant ? [("constant", .bool(true))] : []))
  }

  private func step(_ step: HistoryStep) -> JSON {
    .object([
      ("entry", .integer(step.entry.number)), ("at", .string(ShanghaiCalendar.text(step.entry.at))),
      ("actor", .string(step.entry.actor)), ("kind", .string(step.change.kind.rawValue)),
      ("act", .string(step.entry.kind.rawValue)),
      ("effective", .optional(step.entry.particulars.effective?.text)),
      ("evidence", .optional(step.entry.particulars.evidence)),
      ("reason", .optional(step.entry.reason)),
      (
        "fields",
        .object(
          step.change.fields.map { change in
            (
              change.key.text,
              .array([
                change.before.map { ProjectJSON.value($0, field: change.key.field, catalogue) }
                  ?? .null,
                change.after.map { ProjectJSON.value($0, field: change.key.field, catalogue) }
                  ?? .null,
              ])
            )
          })
      ),
    ])
  }
}
