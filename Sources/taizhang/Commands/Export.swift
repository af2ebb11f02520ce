import ArgumentParser
import Operations
import Wording

/// `taizhang export`: writes a book about the projects of a filter.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "出报表：领导汇总、产业链分册、变化简报、招商台账、目标进度、任务总台账、催报清单、单位核对表、全字段明细；出一页纸简报、凭证、OC4IDS。",
    discussion: """
      例：taizhang export leaders -o 领导汇总.xlsx
          taizhang export chains --chain 新能源 --month 2026-03 -o 新能源分册.xlsx
          taizhang export changes --since 2026-03-01 -o 变化简报.xlsx
          taizhang export changes --months 2026-03,2026-06 -o 三月与六月.xlsx
          taizhang export leaders --paper A3 --secrecy 内部 --maker 市发展改革委 --pdf -o 领导汇总.xlsx
          taizhang export brief -o 一页纸.docx      一句话、需要研究的项目、各产业链，用 Word、WPS 打开
          taizhang export targets -o .              文件名自动写明报表、范围、日期、版次
          taizhang export units --to 核对表/        每个牵头单位一份，填好后用 import 导回
          taizhang export raw --stage 签约 -o 明细.csv     也可写成 .jsonl，金额为整数分
          taizhang export journal -o 凭证.jsonl     全部凭证，一行一张，可重放、可核验
          taizhang export oc4ids -o 项目.json       OC4IDS 0.9 项目数据包

      可出：\(Exports.all.map { "\($0.name) \($0.title)" }.joined(separator: "、"))
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @OptionGroup var making: MakingOptions
  @Argument(help: ArgumentHelp("leaders、chains、changes、units 等", valueName: "报表")) var book: String
  @Option(
    name: [.short, .long, .customLong("to")],
    help: ArgumentHelp("写到哪个文件或文件夹；units 写到文件夹", valueName: "文件"), completion: .file())
  var output: String
  @Option(help: ArgumentHelp("文件格式：xlsx、csv、jsonl、json、docx；不写就看扩展名", valueName: "格式"))
  var format: String?
  @Flag(help: "raw 里连同联系人、电话和设置为敏感的字段") var withPersonalData = false

  func run() throws {
    let output = try RawArguments.text(output)
    if book == UnitBooks.name {
      let files = try ledger.operations.exportUnits(making.options(filter), to: output)
      if files.isEmpty {
        return Terminal.note("没有写出核对表：所选项目都不由这个单位牵头或负责，或没有符合条件的项目。")
      }
      Terminal.note("已写出 \(files.count { $0.failure == nil }) 份核对表：")
      guard try FileWords.report(files) else { throw FinishedWithErrors(code: .doneWithErrors) }
      return
    }
    var options = try making.options(filter)
    options.withPersonalData = withPersonalData
    options.format = try format.map { try FileFormat($0) }
    Terminal.note("已写出 \(try write(options, to: output))。")
    Terminal.note(before: try ledger.operations.begun(options.question))
  }

  /// Writes a book or a data file; returns the file's path.
  private func write(_ options: ExportOptions, to output: String) throws -> String {
    if let data = DataFile(rawValue: book) {
      let path = try ledger.operations.export(data, options, to: output)
      if data == .oc4ids, try !OC4IDSSettings(ledger.operations.catalogue()).isRegistered {
        Terminal.note(
          "项目标识的前缀还没有登记；登记后用 taizhang catalogue set setting oc4ids prefix=oc4ids-×××××× 写入。")
      }
      return path
    }
    guard let book = Book(rawValue: book) else { throw OperationError.unknownBook(book) }
    return try ledger.operations.export(book, options, to: output)
  }
}
