import Ledger
import Matching
import Operations

/// The state of an import as the API reports it.
struct ImportState {
  enum Name: String, CaseIterable {
    case received, reading, asking, planned, writing, written, failed, discarded
  }

  let draft: ImportDraft
  let name: Name
  private var progress: Int?
  private var failure: Failure?

  /// Whether the state changes without another request.
  var isUnderway: Bool { [.received, .reading, .writing].contains(name) }

  /// Starts planning if the draft has no plan and no job is making one.
  init(_ draft: ImportDraft, _ context: PageContext) throws {
    self.draft = draft
    let jobs = context.site.imports
    let job = jobs.job(on: draft.number)
    switch (draft.state, job?.outcome) {
    case (.written, _): name = .written
    case (.discarded, _): name = .discarded
    case (_, .failed(let failure)):
      name = .failed
      self.failure = failure
    case (_, .stopped):
      name = .failed
      failure = Failure(409, .importFailed, "这份清单的处理被中止了。")
    case (.writing, _):
      name = .writing
      progress = job?.progress.percent
    case (.asking, .planned): name = .asking
    case (.planned, .planned), (.planned, .withoutEffect): name = .planned
    case (_, nil) where job != nil:
      name =
        job?.work == .writing ? .writing : job?.progress.progress == nil ? .received : .reading
      progress = job?.progress.percent
    default:
      try jobs.plan(draft.number, at: context.importing)
      name = .received
    }
  }

  /// The state for a list of imports; starts no job.
  init(listed draft: ImportDraft, _ context: PageContext) {
    self.draft = draft
    let job = context.site.imports.job(on: draft.number)
    switch draft.state {
    case .written: name = .written
    case .discarded: name = .discarded
    case .writing: name = .writing
    case .received, .asking, .planned:
      if let job, job.outcome == nil {
        name = job.work == .writing ? .writing : .reading
        progress = job.progress.percent
      } else if case .failed(let failure)? = job?.outcome {
        name = .failed
        self.failure = failure
      } else {
        name =
          draft.state == .asking ? .asking : draft.state == .planned ? .planned : .received
      }
    }
  }

  func json(request: Int) -> JSON {
    let outline = draft.outline
    var entry: Int64?
    if case .written(let number) = draft.state { entry = number }
    return .object([
      ("id", .count(draft.number)), ("file", .string(draft.name)),
      ("sha256", .string(draft.sha256)), ("bytes", .count(draft.bytes)),
      ("state", .string(name.rawValue)), ("progress", progress.map { .count($0) } ?? .null),
      ("received", Self.touch(draft.received)), ("last", Self.touch(draft.last)),
      ("sender", .optional(outline?.sender ?? draft.options.sender)),
      ("year", (outline?.year ?? draft.options.year).map { .count($0) } ?? .null),
      ("clear", .strings(draft.options.clear)),
      (
        "rows",
        outline.map { outline in
          .object(
            PlannedRow.Action.allCases.map {
              ($0.rawValue, .count(outline.rows[$0.rawValue] ?? 0))
            })
        } ?? .null
      ), ("open_words", .count(outline?.words ?? 0)), ("open_pairs", .count(outline?.pairs ?? 0)),
      ("entry", .optional(entry)),
      ("problem", failure.map { Problem.json($0, request: request) } ?? .null),
    ])
  }

  private static func touch(_ touch: ImportDraft.Touch) -> JSON {
    .object([("by", .string(touch.person)), ("at", .time(touch.at))])
  }

  /// The state as JSON, with `Retry-After` while a job is running.
  func response(_ context: PageContext, status: Int = 200) -> WebResponse {
    var headers: [(name: String, value: String)] = []
    if isUnderway { headers.append(("Retry-After", "1")) }
    if status == 202 { headers.append(("Location", address.text)) }
    return .document(json(request: context.request.number), status: status, headers)
  }

  private var address: Address { Address("api", "v1", "imports", String(draft.number)) }
}
