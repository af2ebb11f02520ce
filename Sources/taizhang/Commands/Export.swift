import ArgumentParser
import Operations

/// `taizhang export`: a book about the projects of a filter.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "出报表：领导汇总、产业链分册、变化简报、招商台账、目标进度、任务总台账、催报清单、单位核对表、全字段明细。",
    discussion: """
      例：taizhang export leaders -o 领导汇总.xlsx
          taizhang export chains --chain 新能源 --month 2026-03 -o 新能源分册.xlsx
          taizhang export changes --since 2026-03-01 -o 变化简报.xlsx
          taizhang export targets -o .              文件名自动写明报表、范围、日期、版次
          taizhang export units --to 核对表/        每个牵头单位一份，填好后用 import 导回

      报表：\(Book.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "、"))、units 单位核对表
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var making: MakingOptions
  @Argument(help: ArgumentHelp("leaders、chains、changes、units 等", valueName: "报表")) var book: String
  @Option(
    name: [.short, .long, .customLong("to")],
    help: ArgumentHelp("写到哪个文件或文件夹；units 写到文件夹", valueName: "文件"), completion: .file())
  var output: String
  @Flag(help: "raw 里连同联系人和电话") var withPersonalData = false

  func run() throws {
    if book == UnitBooks.name {
      let paths = try ledger.desk.exportUnits(filter.question, to: output)
      Terminal.note("已写出 \(paths.count) 份核对表：")
      return Terminal.answer(paths.joined(separator: "\n"))
    }
    guard let book = Book(rawValue: book) else { throw OperationError.unknownBook(book) }
    var options = try making.options(filter)
    options.withPersonalData = withPersonalData
    let path = try ledger.desk.export(book, options, to: output)
    Terminal.note("已写出 \(path)。")
  }
}
