import Foundation
import Ledger
import Operations

/// The pages and acts of an unwritten list as a whole.
enum DraftPages {
  /// Redirects to the page of the list's current stage, or shows its progress or failure.
  static func show(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    switch try ImportStage(draft, context) {
    case .running(let job): return try progress(context, draft, job)
    case .planned(let plan):
      let part = plan.draft.state == .asking && plan.moved == nil ? "asks" : "plan"
      return .seeOther(.draft(draft.number, part))
    case .written(let entry):
      return .seeOther(
        Address("receipts", String(entry), query: ["done": String(entry)]))
    case .discarded(let person): throw Failure(410, "这份清单已由\(person)放弃，没有写入。", "要写就再传一次。")
    case .failed(let failure): return try trouble(context, draft, failure.sentence, failure.advice)
    case .stopped: return try trouble(context, draft, "已中止，什么都没有写入。", "要接着做，按“再读一次”。")
    }
  }

  /// Shows the progress; the page reloads itself, with or without scripts.
  private static func progress(
    _ context: PageContext, _ draft: ImportDraft, _ job: ImportJobs.Job
  ) throws -> WebResponse {
    let head = DraftHead(draft, at: job.work == .writing ? .writing : .plan, open: nil, context)
    return try context.page(
      Page(
        "progress", title: draft.name, in: .imports,
        head.view.merging(
          View([
            "line": job.progress.line, "percent": job.progress.percent,
            "isWriting": job.work == .writing,
            "stateHref": Address.draft(draft.number, "state"),
          ]))))
  }

  /// Shows the failure, with everything that can be changed to avoid it: answers, layout, options.
  private static func trouble(
    _ context: PageContext, _ draft: ImportDraft, _ sentence: String, _ advice: String
  ) throws -> WebResponse {
    try context.page(
      Page(
        "trouble", title: draft.name, in: .imports,
        DraftHead(draft, at: .plan, open: nil, context).view.merging(
          View([
            "sentence": sentence, "advice": advice,
            "again": Address.draft(draft.number, "again"),
            "layoutHref": Address.draft(draft.number, "layout"), "isTold": draft.layout != nil,
          ])
        ).merging(AnsweredWords.view(draft, try context.operations.catalogue()))))
  }

  /// The progress, for the page's script.
  static func state(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let job = context.site.imports.job(on: draft.number)
    let isRunning = job.map { $0.outcome == nil } ?? false
    return .json(
      JSON.object([
        ("running", .bool(isRunning)),
        ("line", .string(isRunning ? job?.progress.line ?? "" : "")),
        ("percent", isRunning ? .optional(job?.progress.percent.map { Int64($0) }) : .null),
        ("href", .string(Address.draft(draft.number).text)),
      ]).text)
  }

  static func takeOver(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    try context.importing.takeOver(draft: draft.number)
    return .seeOther(.draft(draft.number))
  }

  static func discard(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    context.site.imports.stop(draft.number)
    try context.importing.discard(draft: draft.number)
    context.site.imports.forget(draft.number)
    return .seeOther(Address("imports"))
  }

  static func stop(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    context.site.imports.stop(draft.number)
    context.site.imports.wait(for: draft.number, milliseconds: 2_000)
    return .seeOther(.draft(draft.number))
  }

  /// Makes the plan again.
  static func again(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    try context.site.imports.plan(draft.number, at: context.importing)
    return .seeOther(.draft(draft.number))
  }

  /// Changes the options for reading the list, and makes the plan again.
  static func alter(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    try context.importing.alter(draft: draft.number) { try $0.options.read(context.form) }
    return try again(context)
  }
}
