import Access
import Ledger
import Operations
import Wording

/// 发一期: writes, registers and stores a set of books; shows past issues and downloads them again.
enum IssuesPage {
  /// The form's fields that are not filter conditions.
  private static let making: Set<String> = [
    "book", "since", "annex", "secrecy", "draft", "maker", "reviewer", "number", "remark",
  ]

  static func form(_ context: PageContext) throws -> WebResponse {
    let filter = try ProjectFilter(
      options: context.query.values(without: []), catalogue: try context.operations.catalogue())
    let catalogue = try context.operations.catalogue()
    return try context.page(
      Page(
        "publish", title: "发一期", in: .books,
        View([
          "books": Book.allCases.map { View(["book": $0.rawValue, "title": $0.title]) },
          "scope": context.basis(filter, catalogue),
          "conditions": FilterQuery(filter, catalogue).query.without("month").items.map {
            View(["name": $0.name, "value": $0.value])
          },
          "month": context.query["month"],
        ])))
  }

  static func publish(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let books = try form.all("book").map { name in
      guard let book = Book(rawValue: name) else { throw OperationError.unknownBook(name) }
      return book
    }
    if books.isEmpty { throw Failure(422, "没有选报表。", "至少选一份。") }
    var options = ExportOptions(
      question: QuestionOptions(filter: form.values(without: making)),
      since: try form["since"].map { text in
        try text == "上一期" ? .last : ExportOptions.Beginning(text)
      }, annex: form["annex"])
    options.state(
      secrecy: form["secrecy"], isDraft: form["draft"] != nil, maker: form["maker"],
      reviewer: form["reviewer"])
    let issue = try context.operations.publish(books, options)
    for publication in issue.publications {
      try context.site.door.record(
        .file, context.caller, on: "\(publication.file) \(context.request.place)")
    }
    guard let first = issue.publications.first?.number else {
      // The errors of unwritten files contain paths of this machine, so they are not shown.
      throw issue.failed.isEmpty
        ? Failure(422, "一份也没有发出：选的报表都还没有发过上一期，或上一期以后台账没有变化。", "写明与哪天比，或换一份报表。")
        : Failure(500, "一份也没有写出，没有登记。", "再试一次；还不行，把请求号报给维护人员。")
    }
    if form["number"] != nil || form["remark"] != nil {
      let issued = try context.operations.issued(first)
      try context.operations.note(issued, number: form["number"], remark: form["remark"])
    }
    let told = Query(
      issue.leftOut.map { Query.Item(name: "left", value: $0.rawValue) }
        + issue.failed.map { Query.Item(name: "failed", value: $0.title) })
    return .seeOther(Address("books", "issued", String(first), query: told))
  }

  /// Changes the number and the remark of an issue.
  static func note(_ context: PageContext) throws -> WebResponse {
    let number = try number(context)
    let issued = try context.operations.issued(number)
    try context.site.door.record(
      .file, context.caller, on: "\(issued.publication.file) \(context.request.place)")
    try context.operations.note(
      issued, number: context.form["number"], remark: context.form["remark"])
    return .seeOther(Address("books", "issued", String(number)))
  }

  /// Shows a registered book with the files of its issue.
  static func issued(_ context: PageContext) throws -> WebResponse {
    if context["issue"] == "last" {
      let last = try context.operations.publications(limit: 1).first?.number
      return .seeOther(last.map { Address("books", "issued", String($0)) } ?? Address("books"))
    }
    let issued = try context.operations.issued(try number(context))
    let publication = issued.publication
    let catalogue = try context.operations.catalogue()
    let filter = try? ProjectFilter(queryText: publication.filter)
    let mayTake = context.permissions.reach(of: .export).isEverything
    let mayTakeBook = mayTake || context.permissions.reach(of: .books).isEverything
    // Set by the redirect after publishing; values that are not titles of books are ignored.
    let titles = Dictionary(uniqueKeysWithValues: Book.allCases.map { ($0.rawValue, $0.title) })
    let failed = context.query.all("failed").filter { titles.values.contains($0) }
    return try context.page(
      Page(
        "issued", title: publication.title, in: .books,
        View([
          "title": publication.title, "when": ShanghaiCalendar.text(publication.at),
          "who": publication.actor, "revision": publication.revision,
          "revisionHref": Address("entries", String(publication.revision)),
          "count": publication.projects,
          "scope": filter.map { ScopeWords.sentence($0, catalogue, isPartial: false) },
          "file": publication.file, "sha": publication.sha256,
          "left": context.query.all("left").compactMap { titles[$0] }.map { View(["name": $0]) },
          "failed": failed.map { View(["name": $0]) },
          "isKept": !issued.files.isEmpty,
          "number": issued.note?.number, "remark": issued.note?.remark,
          "notedBy": issued.note.map { "\($0.by)，\(ShanghaiCalendar.text($0.at).prefix(16))" },
          "noteForm": issued.files.isEmpty || !context.permissions.have(.publish)
            ? nil
            : View([
              "action": Address("books", "issued", String(publication.number ?? 0)),
              "ownNumber": issued.note?.number ?? "", "ownRemark": issued.note?.remark ?? "",
              "longest": IssueNote.longest,
            ]),
          "files": issued.files.map { name in
            let isOwn = name == publication.file
            return View([
              "name": name, "isOwn": isOwn,
              "href": (isOwn && publication.book != Book.raw.rawValue ? mayTakeBook : mayTake)
                ? Address("books", "issued", String(publication.number ?? 0), name) : nil,
            ])
          },
        ])))
  }

  static func file(_ context: PageContext) throws -> WebResponse {
    let issued = try context.operations.issued(try number(context))
    let name = context["file"]
    let path = try context.operations.file(name, of: issued)
    return .download(.file(try AnswerFile(kept: path)), name: name, type: type(of: name))
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "xlsx": BookDownload.type
    case "txt", "md": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }

  private static func number(_ context: PageContext) throws -> Int64 {
    guard let number = Int64(context["issue"]) else { throw Failure.nowhere }
    return number
  }
}

extension Publication {
  /// The title of the book.
  var title: String { Book(rawValue: book)?.title ?? book }
}
