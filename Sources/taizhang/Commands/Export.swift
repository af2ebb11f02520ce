import ArgumentParser
import Operations

/// `taizhang export`: a book about the projects of a filter.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "出报表：leaders 领导汇总、chains 产业链分册、raw 全字段明细、units 单位核对表。",
    discussion: """
      例：taizhang export leaders -o 领导汇总.xlsx
          taizhang export chains --chain 新能源 --month 2026-03 -o 新能源分册.xlsx
          taizhang export units --to 核对表/ --unit 市工业和信息化局
      units 按牵头单位每家一份，写进一个文件夹；填好后用 import 导回。
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Argument(help: ArgumentHelp("leaders、chains、raw 或 units", valueName: "报表")) var book: String
  @Option(
    name: [.short, .long, .customLong("to")],
    help: ArgumentHelp("写到哪个文件；units 写到哪个文件夹", valueName: "文件"), completion: .file())
  var output: String
  @Option(help: ArgumentHelp("作为附件发出时写在标题上方，如 附件1", valueName: "附件")) var annex: String?
  @Flag(help: "raw 里连同联系人和电话") var withPersonalData = false

  func run() throws {
    if book == UnitBooks.name {
      let paths = try ledger.desk.exportUnits(filter.question, to: output)
      Terminal.note("已写出 \(paths.count) 份核对表：")
      return Terminal.answer(paths.joined(separator: "\n"))
    }
    guard let book = Book(rawValue: book) else { throw OperationError.unknownBook(book) }
    try ledger.desk.export(
      book, filter.question, withPersonalData: withPersonalData, annex: annex, to: output)
    Terminal.note("已写出 \(output)。")
  }
}
