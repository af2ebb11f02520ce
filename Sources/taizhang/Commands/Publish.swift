import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang publish`: writes and registers a set of books to be sent out.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "发一期报表：一套工作簿、一页纸简报、一份说明，并登记何时由谁发出。",
    discussion: """
      例：taizhang publish --to 发送/2026-03
          taizhang publish --book leaders --book changes --since last --to 发送
          taizhang publish --to 发送 --pdf     同时写出 PDF
          taizhang publish --list              看发过什么
      登记不改变台账版次。可由 cron 定时运行。
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @OptionGroup var making: MakingOptions
  @Option(help: ArgumentHelp("只发这些报表；不写就发全套", valueName: "报表")) var book: [String] = []
  @Option(name: .customLong("to"), help: ArgumentHelp("写到哪个文件夹", valueName: "文件夹")) var folder:
    String?
  @Flag(help: "列出发过的报表") var list = false

  func run() throws {
    if list {
      return try Terminal.answer(
        PublicationWords.table(
          try ledger.operations.publications(limit: 100), try ledger.operations.catalogue()))
    }
    guard let folder = try folder.map(RawArguments.text) else {
      throw OperationError.malformedArgument("--to")
    }
    let books = try book.map { name in
      guard let book = Book(rawValue: name) else { throw OperationError.unknownBook(name) }
      return book
    }
    let issue = try ledger.operations.publish(
      books.isEmpty ? Book.allCases : books, try making.options(filter), to: folder)
    for book in issue.leftOut {
      Terminal.note("没有发 \(book.title)：还没有发过上一期，或上一期以后台账没有变化（写 --since 日期）。")
    }
    let isWhole = try FileWords.report(issue.failed)
    Terminal.note(Reply.published(books: issue.publications.count).line)
    try Terminal.answer(issue.publications.map { folder + "/" + $0.file } + issue.letters)
    if !isWhole { throw FinishedWithErrors(code: .doneWithErrors) }
  }
}
