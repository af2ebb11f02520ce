import Crypto
import Foundation
import Ledger
import Operations
import Storage
import Wording

/// Projects for programs: list, export, one project, its history, create and edit.
enum ProjectsAPI {
  /// The filter and sort order of a list request.
  private static func options(_ context: PageContext) throws -> QuestionOptions {
    QuestionOptions(
      filter: context.query.values(without: ["sort", "fields", "facet", "limit", "cursor"]),
      sort: context.query["sort"])
  }

  private static func columns(_ context: PageContext) throws -> [ListColumn]? {
    let columns = try context.query.all("fields").flatMap { try ListColumn.list($0) }
    var seen: Set<ListColumn> = [.id]
    return columns.isEmpty ? nil : [.id] + columns.filter { seen.insert($0).inserted }
  }

  static func list(_ context: PageContext) throws -> WebResponse {
    var options = try options(context)
    options.limit = context.part.limit
    guard let sort = options.sort.map(ProjectSort.init) ?? .byID else {
      throw OperationError.unknownSort(options.sort ?? "")
    }
    if let text = context.query["cursor"] {
      guard let cursor = ProjectCursor(text, sort) else {
        throw Failure(422, .cursorMalformed, "翻页标记“\(text.prefix(40))”不是这个排序的。")
      }
      options.after = cursor.place
    }
    if try columns(context)?.holdPersonalData(context.operations.catalogue()) ?? true {
      try Contacts.note(context)
    }
    let (json, end) = try answer(context, options)
    let facets = Set(context.query.all("facet"))
    let members = json.members.map { name, value -> (String, JSON) in
      guard name == "facets", !facets.isEmpty else { return (name, value) }
      return (name, .object(value.members.filter { facets.contains($0.0) }))
    }
    return .document(
      .object(members + [("next", .optional(end.map { ProjectCursor($0, sort).text }))]))
  }

  private static func answer(
    _ context: PageContext, _ options: QuestionOptions
  ) throws -> (JSON, PageCursor?) {
    if let columns = try columns(context) {
      let answer = try context.operations.table(options, columns: columns)
      return (AnswerJSON.table(answer), answer.content.list.end)
    }
    let answer = try context.operations.list(options)
    return (AnswerJSON.list(answer), answer.content.end)
  }

  // MARK: Files

  static func csv(_ context: PageContext) throws -> WebResponse {
    let columns = try columns(context) ?? [.id] + ProjectsQuery.usual
    let answer = try context.operations.table(options(context), columns: columns)
    return .download(
      .bytes(Array((answer.content.csv + "\r\n").utf8)),
      name: context.operations.fileName("项目清单", "csv"),
      type: Contract.FileType.csv.type + "; charset=utf-8")
  }

  static func lines(_ context: PageContext) throws -> WebResponse {
    try .download(
      name: context.operations.fileName("项目清单", "jsonl"), type: Contract.FileType.lines.type
    ) { path in
      try context.operations.writeLines(options(context), columns: columns(context), to: path)
    }
  }

  static func book(_ context: PageContext) throws -> WebResponse {
    try BookDownload.response(
      .raw, ExportOptions(question: try options(context)), context.operations)
  }

  // MARK: One project

  static func show(_ context: PageContext) throws -> WebResponse {
    try TaggedProject.with(context) { state in
      try Contacts.note(context)
      return .document(state.json, context.query["as-of"] == nil ? [("ETag", state.tag)] : [])
    }
  }

  static func history(_ context: PageContext) throws -> WebResponse {
    try TaggedProject.with(context, "history") { state in
      try Contacts.note(context)
      return .document(state.view.historyJSON)
    }
  }

  static func add(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    let assignments = try ProjectPatch(document, record: nil).assignments
    let outcome = try context.operations.add(assignments, reason: context.query["reason"])
    return try TaggedProject.answer(outcome, context, status: 201)
  }

  static func patch(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    try TaggedProject.altering(context, sent: document.members) { state in
      let patch = try ProjectPatch(document, record: state.view.project.record)
      return try context.operations.edit(
        String(state.view.project.id), patch.assignments, reason: context.query["reason"],
        ifRevision: state.view.project.revision)
    }
  }
}
