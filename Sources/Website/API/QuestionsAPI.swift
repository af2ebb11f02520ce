import Ledger
import Operations

/// Statistics over projects for programs: facets, funnel, matrix, due items, targets, tasks; also books and the
/// catalogue.
enum QuestionsAPI {
  private static func options(_ context: PageContext, without: Set<String> = []) -> QuestionOptions
  {
    QuestionOptions(filter: context.query.values(without: without))
  }

  static func facets(_ context: PageContext) throws -> WebResponse {
    .document(AnswerJSON.facets(try context.operations.facets(options(context))))
  }

  static func funnel(_ context: PageContext) throws -> WebResponse {
    .document(AnswerJSON.funnel(try context.operations.funnel(options(context))))
  }

  static func matrix(_ context: PageContext) throws -> WebResponse {
    .document(AnswerJSON.matrix(try context.operations.matrix(options(context))))
  }

  static func due(_ context: PageContext) throws -> WebResponse {
    .document(
      try context.operations.dueJSON(options(context, without: ["limit", "cursor"]), context.part))
  }

  static func targets(_ context: PageContext) throws -> WebResponse {
    let found = try context.operations.targets(options(context))
    return .document(TargetsJSON.json(found.targets, found.edition))
  }

  static func tasks(_ context: PageContext) throws -> WebResponse {
    let day = context.query["as-of"].flatMap { PartialDate($0) }
    let year = try context.operations.standing(asOf: day).year
    let catalogue = try context.operations.catalogue()
    let today = try day ?? context.operations.today
    let (step, unit) = (context.query["step"], context.query["unit"])
    let units = catalogue.items(of: .unit)
    if let unit, !units.contains(where: { [$0.code, $0.name].contains(unit) }) {
      throw Failure(400, .filterUnknown, "没有“\(unit.prefix(40))”这个牵头单位。")
    }
    let tasks = catalogue.tasks(of: year).filter { task in
      (step.map { task.state?.step.rawValue == $0 } ?? true)
        && (unit.map { unit in
          task.leads.contains { $0 == unit || catalogue.name(of: .unit, $0) == unit }
        } ?? true)
    }
    return .document(
      .object([
        ("year", .count(year)), ("day", .string(today.text)),
        ("tasks", .array(tasks.map { $0.json(on: today, catalogue) })),
      ]))
  }

  static func book(_ context: PageContext) throws -> WebResponse {
    guard let book = Book(rawValue: context["book"]) else { throw Failure.nowhere }
    var options = ExportOptions(
      question: options(context, without: ["since", "months"]),
      since: try context.query["since"].map { try ExportOptions.Beginning($0) })
    options.months = try context.query["months"].map { try ExportOptions.months($0) }
    if book == .changes, options.since == nil, options.months == nil {
      // Defaults to the last 30 days, like the page of the book.
      let today = try context.operations.today
      options.since = .day(PartialDate(dayNumber: today.lastDayNumber - 30) ?? today)
    }
    return try BookDownload.response(book, options, context.operations)
  }

  static func catalogue(_ context: PageContext) throws -> WebResponse {
    guard let kind = CatalogueKind(rawValue: context["kind"]) else { throw Failure.nowhere }
    let catalogue = try context.operations.catalogueWithHeaders()
    return .document(
      .object([
        ("kind", .string(kind.rawValue)), ("label", .string(kind.label)),
        ("items", .array(catalogue.items(of: kind, shownTo: context.caller.person).map(\.json))),
        ("revision", .integer(try context.revision)),
      ]))
  }

  /// The OpenAPI document, with the current names of the catalogue.
  static func document(_ context: PageContext) throws -> WebResponse {
    .document(
      OpenAPI(routes: context.site.routes, catalogue: try context.operations.catalogue()).document)
  }
}
