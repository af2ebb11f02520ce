import Foundation
package import Ledger
package import Reports
package import Storage
import Wording

extension LedgerOperations {
  /// One project with its history and origins. `text` is an id, a code or an exact name.
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

  /// The same at the end of a day; throws `unknownProject` if the project did not exist yet.
  package func show(_ text: String, asOf day: PartialDate) throws -> ProjectView {
    let now = try show(text)
    return try reading { store, _ in
      let revision = try store.revision(endOf: day)
      guard let then = try store.project(now.project.id, through: revision) else {
        throw StorageError.unknownProject(now.project.id)
      }
      let catalogue = try store.catalogue(through: revision)
      let history = now.history.filter { $0.entry.number <= revision }
      return ProjectView(
        project: then, origins: Self.origins(in: history), history: history,
        statements: now.statements.compactMapValues { words in
          let said = words.filter { $0.origin.entry <= revision }
          return said.isEmpty ? nil : said
        },
        progress: try Self.progress(of: then, store, catalogue, through: revision),
        catalogue: catalogue)
    }
  }

  /// The entry that wrote each value last, from the changes alone: cells are stored only for current values.
  private static func origins(in history: [HistoryStep]) -> [FieldKey: Origin] {
    var origins: [FieldKey: Origin] = [:]
    for step in history {
      for field in step.change.fields {
        origins[field.key] = Origin(
          entry: step.entry.number, fileName: step.entry.source?.fileName, sheet: nil, cell: nil,
          raw: field.raw)
      }
    }
    return origins
  }

  /// The progress of a project in the year, now or at the end of a day.
  package func progress(
    of project: StoredProject, asOf day: PartialDate?
  ) throws -> ProjectProgress {
    try reading { store, catalogue in
      var filter = ProjectFilter()
      filter.asOf = day
      let edition = try BookPress.edition(filter, store, catalogue)
      return ProjectProgress(
        figures: edition.figures(of: project), light: edition.light(of: project),
        rule: edition.catalogue.lightRule, year: edition.year, month: edition.month)
    }
  }

  /// The reported progress in words of a project, by month.
  static func progress(
    of project: StoredProject, _ store: LedgerStore, _ catalogue: Catalogue,
    through revision: Int64 = .max
  ) throws -> [Period: String] {
    let ranks = SenderRanks(catalogue)
    let reported =
      try store.reportedProgress(of: [project], through: revision)[project.id]
      ?? ReportedProgress()
    return reported.byMonth { ranks.rank(of: $0, about: FieldKey(.progress), project.record) }
  }

  /// The project with an id, a code or an exact name.
  static func resolve(_ text: String, _ store: LedgerStore) throws -> ProjectID {
    let ids = try store.find(text)
    switch ids.count {
    case 0: throw OperationError.unknownProject(text)
    case 1: return ids[0]
    default: throw OperationError.severalProjects(text, ids: ids)
    }
  }
}

/// The progress of a project in the year, compared with the time elapsed.
package struct ProjectProgress: Sendable {
  package let figures: ProjectFigures
  /// Nil if there is nothing to measure.
  package let light: ProjectLight?
  package let rule: LightRule
  package let year: Int
  /// The latest month of the ledger's figures.
  package let month: Int?
}

/// A project with its history and the origin of every value.
package struct ProjectView: Sendable {
  package let project: StoredProject
  package let origins: [FieldKey: Origin]
  /// Oldest first.
  package let history: [HistoryStep]
  /// The last statement of each sender, by key.
  package let statements: [FieldKey: [StatedValue]]
  /// The reported progress in words, by month.
  let progress: [Period: String]
  package let catalogue: Catalogue

  /// Its figures and progress by month.
  package var months: [ProjectMonth] {
    ProjectMonths(project, history, words: progress).all
  }

  /// The project as a JSON object.
  package func json(withHistory: Bool) -> JSON {
    var members: [(String, JSON)] = [("id", .integer(project.id))]
    members += ProjectJSON.members(of: project.record, catalogue)
    members.append(("origins", originsJSON))
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

  /// The history, with the origin of every value.
  package var historyJSON: JSON {
    .object([
      ("id", .integer(project.id)), ("origins", originsJSON),
      ("history", .array(history.map(step))),
    ])
  }

  private var originsJSON: JSON {
    .object(
      project.record.entries.map { entry in
        (entry.key.text, origins[entry.key].map(Self.json) ?? .null)
      })
  }

  private func word(_ key: FieldKey, _ word: StatedValue) -> JSON {
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
      ("entry", .integer(step.entry.number)), ("at", .time(step.entry.at)),
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
