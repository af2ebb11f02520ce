import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Records the progress of a task of the year: 交办, 落实, 督办, 反馈, 办结.
  ///
  /// For a task of several years, `year` selects one; nil selects the current year, or else the latest one
  /// before it. `day` is when the step was reached, if not today. Throws `unknownItem` and `unknownStep`.
  package func advance(
    task code: String, of year: Int? = nil, to step: String, note: String?, document: String?,
    on day: PartialDate? = nil
  ) throws -> Entry {
    guard let step = TaskState.Step(rawValue: step) else { throw OperationError.unknownStep(step) }
    let day = try pastDay(day)
    return try act(.tasks) { act in
      let catalogue = act.catalogue
      let known = catalogue.items(of: .task).filter { $0.code == code || $0.codeOfAllYears == code }
      let meant = known.filter { item in
        year.map { $0 == item.year } ?? (item.year.map { $0 <= currentYear } ?? true)
      }
      guard let task = meant.max(by: { ($0.year ?? 0) < ($1.year ?? 0) }),
        case .map(var attributes) = task.attributes
      else { throw OperationError.unknownItem(kind: CatalogueKind.task.rawValue, code: code) }
      try require(.tasks, forAny: attributes["leads"]?.texts ?? [], in: catalogue)
      attributes["state"] =
        TaskState(step: step, day: day, note: note, document: document).attribute
      let item = CatalogueItem(
        kind: .task, code: task.code, name: task.name, position: task.position,
        aliases: task.aliases,
        attributes: .map(attributes))
      return try act.write(
        act.entry(
          .task, items: [item],
          because: ["\(code) \(step.rawValue)", note].compactMap { $0 }.joined(separator: "："),
          on: day, document: document))
    }
  }
}
