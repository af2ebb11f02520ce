import Ledger
import Operations
import Storage

/// The journal for programs: entries, the changes of each, undo, and the tail for replication.
enum EntriesAPI {
  static func list(_ context: PageContext) throws -> WebResponse {
    let kind = context.query["kind"].flatMap { Entry.Kind(rawValue: $0) }
    let (who, file) = (context.query["actor"], context.query["file"])
    let part = context.part
    let found = try context.operations.entries(limit: part.limit + 1, before: part.after ?? .max) {
      entry in
      (kind.map { entry.kind == $0 } ?? true) && (who.map { entry.actor.contains($0) } ?? true)
        && (file.map { entry.source?.fileName.contains($0) ?? false } ?? true)
    }
    let shown = try context.operations.summaries(of: Array(found.prefix(part.limit)))
    let next = found.count > part.limit ? shown.last?.entry.number : nil
    return .document(
      .object([
        ("entries", .array(shown.map(EntriesJSON.entry))),
        ("next", .optional(next.map { String($0) })),
      ]))
  }

  static func show(_ context: PageContext) throws -> WebResponse {
    let part = context.part
    let first = Int(min(max(0, part.after ?? 0), 1 << 40))
    let view = try context.operations.entry(
      try context.number("n"), changes: first..<(first + part.limit))
    try Contacts.note(context)
    let summary = try context.operations.summaries(of: [view.entry])[0]
    let receipt = try view.entry.source.map { _ in
      try context.operations.receipt(of: view.entry.number, withNewValues: true).json(part)
    }
    return .document(EntriesJSON.entry(summary, view, receipt: receipt))
  }

  static func undo(_ context: PageContext) throws -> WebResponse {
    let number = try context.number("n")
    let plan = try context.operations.undoPlan(of: number)
    if ["yes", "true", "1", "是"].contains(context.query["dry-run"] ?? "") {
      return .document(plan.json)
    }
    let entry = try take(back: plan, context, tries: 5)
    return .document(
      .object([("entry", .integer(entry.number)), ("undoes", .integer(number))]), status: 201,
      [("Location", Address("api", "v1", "entries", String(entry.number)).text)])
  }

  /// Plans the undo again if another entry was written between the plan and the undo.
  private static func take(
    back plan: UndoPlan, _ context: PageContext, tries: Int
  ) throws -> Entry {
    do {
      return try context.operations.undo(plan, reason: context.query["reason"])
    } catch StorageError.stale where tries > 1 {
      return try take(
        back: context.operations.undoPlan(of: plan.entry.number), context, tries: tries - 1)
    }
  }

  static func journal(_ context: PageContext) throws -> WebResponse {
    let after = context.query["after"].flatMap { Int64($0) } ?? 0
    return try .download(
      name: context.operations.fileName("凭证", "jsonl"), type: Contract.FileType.lines.type
    ) { path in
      try context.operations.writeJournal(after: after, to: path)
    }
  }
}
