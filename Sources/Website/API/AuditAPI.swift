import Access
import Foundation
import Ledger
import Operations

/// The audit log for programs, such as one that archives it elsewhere.
enum AuditAPI {
  /// Returns a page of audit lines, newest first; empty while the ledger has no accounts. Reading it is itself audited.
  static func list(_ context: PageContext) throws -> WebResponse {
    guard let access = try context.site.door.access else { return page([], next: nil) }
    let part = context.part
    var question = AuditQuestion(limit: part.limit + 1)
    question.before = part.after
    try context.site.door.record(.audit, context.caller, on: context.request.place)
    let lines = try access.lines(question)
    let shown = lines.prefix(part.limit)
    return page(shown, next: lines.count > part.limit ? shown.last?.number : nil)
  }

  private static func page(_ lines: ArraySlice<AuditRecord>, next: Int64?) -> WebResponse {
    .document(
      .object([
        ("lines", .array(lines.map(line))), ("next", .optional(next.map { String($0) })),
      ]))
  }

  private static func line(_ record: AuditRecord) -> JSON {
    let line = record.line
    return .object([
      ("number", .integer(record.number)), ("at", .time(record.at)),
      ("act", .string(line.act.rawValue)), ("login", .optional(line.login)),
      ("name", .string(line.name)), ("address", .string(line.address)),
      ("subject", .string(line.subject)), ("entry", .optional(line.entry)),
      ("result", .string(line.result)), ("hash", .string(record.hash)),
    ])
  }
}
