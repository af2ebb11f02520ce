import Ledger
import Operations
import Reports
import Wording

/// 报表: the books of the ledger, each with a preview before download.
enum BooksPage {
  private static let shapeNames: Set<String> = ["since", "done", "sheet"]
  private static let rows = 300

  static func index(_ context: PageContext) throws -> WebResponse {
    let day: Query = try context.asOf.map { ["as-of": $0.text] } ?? [:]
    let issues = try context.operations.publications(limit: 30)
    let notes = context.operations.issueNotes(issues.map(\.file))
    return try context.page(
      Page(
        "books", title: "报表", in: .books,
        View([
          "books": Book.allCases.map { book in
            View([
              "title": book.title, "href": Address("books", book.rawValue, query: day),
              "about": about(book),
            ])
          },
          "hasIssues": !issues.isEmpty,
          "mayPublish": context.permissions.have(.publish),
          "issues": issues.map { issue in
            View([
              "when": String(ShanghaiCalendar.text(issue.at).prefix(16)),
              "title": issue.title,
              "href": issue.number.map { Address("books", "issued", String($0)) },
              "who": issue.actor,
              "revision": issue.revision, "file": issue.file, "count": issue.projects,
              "number": notes[issue.file]?.number, "remark": notes[issue.file]?.remark,
            ])
          },
        ])))
  }

  private static func about(_ book: Book) -> String {
    switch book {
    case .leaders: "一句话、图表、分链台账和进度灯，领导看的"
    case .chains: "一条链一页：环节、漏斗、矩阵、清单"
    case .changes: "两天之间新增、退出、转段和调整了什么"
    case .promotion: "招商签约、双百认定和到位资金"
    case .targets: "年度目标的现值、完成比例和口径"
    case .tasks: "年度任务的牵头单位、时限和环节"
    case .gaps: "各单位还缺报什么，一个单位一页"
    case .raw: "每个字段一列，可改后再导入"
    }
  }

  /// Shows one sheet of the book as a page, with a link to the file.
  static func show(_ context: PageContext) throws -> WebResponse {
    let book = try book(context)
    let options = try options(context, book)
    let preview = try context.operations.preview(book, options)
    let conditions = FilterQuery(preview.edition.filter, preview.edition.catalogue).query
    let kept = context.query.only(["since"])
    let number = max(1, context.query["sheet"].flatMap { Int($0) } ?? 1)
    let sheet = preview.sheets.dropFirst(number - 1).first ?? preview.sheets.first
    return try context.page(
      Page(
        "book", title: book.title, in: .books,
        View([
          "title": book.title, "fileName": preview.fileName, "count": preview.projects,
          "listHref": Address("projects", query: conditions), "basis": preview.edition.scope,
          "chips": chips(preview.edition, conditions + kept, book),
          "choices": try choices(preview.edition, conditions + kept, context),
          "months": try MonthChoice(context: context).view,
          "filterAction": Address("books", book.rawValue),
          "keptFilter": (conditions + kept).items.map {
            View(["name": $0.name, "value": $0.value])
          },
          "holdsSamples": preview.edition.holdsSamples,
          "download": Address("books", book.rawValue, "file", query: conditions + kept),
          "publish": context.permissions.have(.publish) && preview.edition.filter.asOf == nil
            ? Address("books", "publish", query: conditions) : nil,
          "mayDownload": context.permissions.have(book == .raw ? .export : .books),
          "needsSince": book == .changes
            ? View([
              "since": try context.query["since"] ?? sinceDay(context),
              "keptConditions": conditions.items.map {
                View(["name": $0.name, "value": $0.value])
              }, "bookAction": Address("books", book.rawValue),
            ]) : nil,
          "sheets": preview.sheets.count > 1
            ? preview.sheets.enumerated().map { place, sheet in
              View([
                "label": sheet.name, "current": place + 1 == number,
                "href": Address(
                  "books", book.rawValue,
                  query: conditions + kept + ["sheet": String(place + 1)]),
              ])
            } : [],
          "page": sheet.map { sheet in
            View([
              "table": SheetMarkup(sheet: sheet, rows: rows).markup,
              "more": sheet.rows.count > rows
                ? "这里只显示前 \(rows) 行，文件里有全部 \(sheet.rows.count) 行。" : nil,
            ])
          },
        ])))
  }

  /// The conditions of a book, each to be taken off.
  private static func chips(_ edition: BookEdition, _ asked: Query, _ book: Book) -> [View] {
    asked.items.compactMap { item in
      guard let option = FilterOption(rawValue: item.name), option != .month, option != .asOf
      else { return nil }
      return View([
        "chip": option.words(item.value),
        "href": Address("books", book.rawValue, query: Query(asked.items.filter { $0 != item })),
      ])
    }
  }

  /// What a book can be narrowed by.
  private static func choices(
    _ edition: BookEdition, _ asked: Query, _ context: PageContext
  ) throws -> [View] {
    let catalogue = edition.catalogue
    let kinds: [(FilterOption, [CatalogueKind])] = [
      (.chain, [.chain]), (.stage, [.stage]), (.area, [.zone, .district]), (.unit, [.unit]),
      (.register, [.register]),
    ]
    return kinds.map { option, kinds in
      View([
        "option": option.rawValue, "label": option.label,
        "values": kinds.flatMap { catalogue.items(of: $0) }.filter {
          !asked.all(option.rawValue).contains($0.name)
        }.map { View(["value": $0.name]) },
      ])
    }
  }

  /// The file.
  static func file(_ context: PageContext) throws -> WebResponse {
    let book = try book(context)
    return try BookDownload.response(book, options(context, book), context.operations)
  }

  private static func book(_ context: PageContext) throws -> Book {
    guard let book = Book(rawValue: context["book"]) else { throw Failure.nowhere }
    return book
  }

  private static func options(_ context: PageContext, _ book: Book) throws -> ExportOptions {
    let since = try context.query["since"] ?? (book == .changes ? sinceDay(context) : nil)
    return ExportOptions(
      question: QuestionOptions(filter: context.query.values(without: shapeNames)),
      since: try since.map { try ExportOptions.Beginning($0) })
  }

  /// The default start of the changes: 30 days before the page's day.
  private static func sinceDay(_ context: PageContext) throws -> String {
    let day = try context.asOf ?? context.operations.today
    return (PartialDate(dayNumber: day.lastDayNumber - 30) ?? day).text
  }
}
