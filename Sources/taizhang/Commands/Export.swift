import ArgumentParser
import Operations

/// `taizhang export`: a book about the projects of a filter.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "出报表：leaders 领导汇总、chains 产业链分册、raw 全字段明细。",
    discussion: """
      例：taizhang export leaders -o 领导汇总.xlsx
          taizhang export chains --chain 新能源 --month 2026-03 -o 新能源分册.xlsx
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Argument(help: ArgumentHelp("leaders、chains 或 raw", valueName: "报表")) var book: String
  @Option(name: .shortAndLong, help: ArgumentHelp("写到哪个文件", valueName: "文件")) var output: String
  @Option(help: ArgumentHelp("作为附件发出时写在标题上方，如 附件1", valueName: "附件")) var annex: String?
  @Flag(help: "raw 里连同联系人和电话") var withPersonalData = false

  func run() throws {
    guard let book = Book(rawValue: book) else { throw OperationError.unknownBook(book) }
    try ledger.desk.export(
      book, filter.question, withPersonalData: withPersonalData, annex: annex, to: output)
    Terminal.note("已写出 \(output)。")
  }
}
