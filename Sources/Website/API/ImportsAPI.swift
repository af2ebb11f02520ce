import Ledger
import Matching
import Operations
import Wording

/// Imports for programs: upload, state, answers, plan, commit.
enum ImportsAPI {
  static func receive(_ context: PageContext) throws -> WebResponse {
    guard let file = context.request.files.first else {
      throw Failure(400, .bodyMalformed, "没有收到文件。")
    }
    var options = ImportDraft.Options()
    options.sender = context.query["sender"]
    options.year = context.query["year"].flatMap { Int($0) }
    options.clear = context.query.all("clear")
    let draft = try file.upload.finish(options)
    return try ImportState(draft, context).response(context, status: 202)
  }

  static func list(_ context: PageContext) throws -> WebResponse {
    let drafts = try context.importing.drafts()
    let before = context.query["cursor"].flatMap { Int($0) } ?? .max
    let rest = drafts.filter { $0.number < before }
    let shown = rest.prefix(context.part.limit)
    return .document(
      .object([
        (
          "imports",
          .array(
            shown.map {
              ImportState(listed: $0, context).json(request: context.request.number)
            })
        ),
        ("next", .optional(shown.count < rest.count ? shown.last.map { String($0.number) } : nil)),
      ]))
  }

  /// Returns the draft of the path. A discarded draft counts as missing.
  private static func draft(_ context: PageContext) throws -> ImportDraft {
    let draft = try context.importing.draft(Int(try context.number("id")))
    if case .discarded = draft.state { throw OperationError.draftMissing(draft.number) }
    return draft
  }

  static func show(_ context: PageContext) throws -> WebResponse {
    try ImportState(draft(context), context).response(context)
  }

  static func answer(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    let answers = try DecisionFile(document)
    let draft = try context.importing.alter(draft: draft(context).number) { $0.answers = answers }
    try context.site.imports.plan(draft.number, at: context.importing)
    return try ImportState(draft, context).response(context, status: 202)
  }

  static func discard(_ context: PageContext) throws -> WebResponse {
    let draft = try draft(context)
    context.site.imports.stop(draft.number)
    try context.importing.discard(draft: draft.number)
    context.site.imports.forget(draft.number)
    return WebResponse(204)
  }

  // MARK: The plan

  static func plan(_ context: PageContext) throws -> WebResponse {
    let plan = try current(context, patience: 2_000, orEarlier: true)
    try Contacts.note(context)
    let outcome = context.query["outcome"].flatMap { PlannedRow.Action(rawValue: $0) }
    return .document(
      plan.prepared.json(outcome, context.part), [("ETag", tag(plan.prepared.fingerprint))])
  }

  static func annotated(_ context: PageContext) throws -> WebResponse {
    let plan = try current(context, patience: 2_000, orEarlier: true)
    return try .download(name: "退回表-\(plan.draft.number).xlsx", type: BookDownload.type) { path in
      try context.importing.annotate(plan.prepared, to: path)
    }
  }

  /// Returns the current plan, waiting up to `patience` milliseconds for it; throws if it is not ready or no longer
  /// exists. For a reader, the plan before entries of others will do: committing it says which rows moved.
  private static func current(
    _ context: PageContext, patience: Int, orEarlier: Bool
  ) throws -> DraftPlan {
    let draft = try draft(context)
    var stage = try ImportStage(draft, context)
    if case .running = stage {
      context.site.imports.wait(for: draft.number, milliseconds: patience)
      stage = try ImportStage(draft, context)
    }
    switch stage {
    case .planned(let plan): return plan
    case .running(let job):
      guard orEarlier, let earlier = job.earlier, earlier.draft.saysSame(as: draft) else {
        throw Failure(409, .planUnready, "方案还没有做好。")
      }
      return earlier
    case .written(let entry): throw OperationError.draftWritten(draft.number, entry: entry)
    case .discarded: throw OperationError.draftMissing(draft.number)
    case .failed(let failure): throw failure.ofList
    case .stopped: throw Failure(409, .importFailed, "这份清单的处理被中止了。")
    }
  }

  static func tag(_ fingerprint: String) -> String { "\"\(fingerprint)\"" }

  // MARK: Writing

  static func commit(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    let plan = try current(context, patience: context.site.commitPatience, orEarlier: false)
    let number = plan.draft.number
    let clear = document["clear"].map { $0.items.compactMap(\.string) }
    if let clear, clear != plan.draft.options.clear {
      // Clearing other columns makes another plan, which the caller has not seen.
      try context.importing.alter(draft: number) { $0.options.clear = clear }
      try context.site.imports.plan(number, at: context.importing)
      throw stale([])
    }
    let seen: String
    if context.speaks(of: tag(plan.prepared.fingerprint)) {
      seen = plan.prepared.fingerprint
      if plan.draft.seen != seen {
        try context.importing.note(seen: plan.prepared, of: number)
      }
    } else if let first = plan.draft.seen, context.speaks(of: tag(first)) {
      seen = first
    } else {
      throw stale(plan.moved?.rows ?? [])
    }
    try context.importing.alter(draft: number) { draft in
      if case .bool(let isWhole)? = document["whole"] { draft.options.isWhole = isWhole }
      draft.options.reason = document["reason"]?.string ?? draft.options.reason
    }
    try context.site.imports.write(number, seen: seen, at: context.importing)
    context.site.imports.wait(for: number, milliseconds: context.site.commitPatience)
    return try outcome(number, context)
  }

  /// The result of a commit, as far as it is known when the wait ends.
  private static func outcome(_ number: Int, _ context: PageContext) throws -> WebResponse {
    func written(_ entry: Int64?, status: Int) -> WebResponse {
      let address = entry.map { Address("api", "v1", "entries", String($0)).text }
      return .document(
        .object([("entry", .optional(entry)), ("import", .count(number))]), status: status,
        address.map { [("Location", $0)] } ?? [])
    }
    switch context.site.imports.job(on: number)?.outcome {
    case .written(let entry): return written(entry.number, status: 201)
    case .withoutEffect: return written(nil, status: 200)
    case .planned(let plan): throw stale(plan.moved?.rows ?? [])
    case .failed(let failure):
      // The draft is unchanged after a failed write, so it can be committed again.
      context.site.imports.forget(number)
      throw failure
    case .stopped:
      context.site.imports.forget(number)
      throw Failure(409, .importFailed, "这份清单的写入被中止了，没有写入。")
    case nil:
      return try ImportState(context.importing.draft(number), context).response(
        context, status: 202)
    }
  }

  private static func stale(_ rows: [MovedPlan.Row]) -> Failure {
    Failure(
      409, .planStale, "方案已不是看过的那一份，没有写入。",
      [
        (
          "rows",
          .array(
            rows.map { row in
              .object([
                ("sheet", .string(row.sheet)), ("row", .count(row.number)),
                ("name", .string(row.name)), ("project", .optional(row.project)),
                ("before", .optional(row.before?.rawValue)),
                ("after", .optional(row.after?.rawValue)),
                ("entries", .array(row.entries.map { .integer($0) })),
              ])
            })
        )
      ])
  }
}

extension Failure {
  /// The failure that kept a list from being read, as a 409 in response to a request for its plan.
  fileprivate var ofList: Failure {
    var failure = Failure(409, sentence, advice)
    failure.facts = facts ?? ProblemFacts(code: .importFailed)
    failure.facts?.status = 409
    return failure
  }
}
