import Foundation
package import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Notes how far a task of the year has come: 交办, 落实, 督办, 反馈, 办结.
  ///
  /// Throws `unknownItem` and `unknownStep`.
  package func advance(
    task code: String, to step: String, note: String?, document: String?
  ) throws -> Entry {
    guard let step = TaskState.Step(rawValue: step) else { throw OperationError.unknownStep(step) }
    return try writing { store, catalogue in
      guard let task = catalogue.item(.task, code), case .map(var attributes) = task.attributes
      else { throw OperationError.unknownItem(kind: CatalogueKind.task.rawValue, code: code) }
      let moment = now()
      let day = PartialDate(ShanghaiCalendar.day(moment))
      attributes["state"] =
        TaskState(step: step, day: day, note: note, document: document).attribute
      let item = CatalogueItem(
        kind: .task, code: code, name: task.name, position: task.position, aliases: task.aliases,
        attributes: .map(attributes))
      return try store.commit(
        EntryDraft(
          at: moment, actor: actor, kind: .task,
          reason: ["\(code) \(step.rawValue)", note].compactMap { $0 }.joined(separator: "："),
          particulars: Entry.Particulars(effective: day, evidence: document), changes: [],
          items: [item]), expecting: nil)
    }
  }
}
