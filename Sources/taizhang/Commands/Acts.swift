import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang confirm`: confirms or rejects a candidate of 双百.
struct Confirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "认定双百项目，或认定为不符合；须写明依据的文件。",
    discussion: "例：taizhang confirm 12 --yes --document 市政府专题会议纪要〔2026〕8号")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String
  @Flag(inversion: .prefixedNo, help: "认定，或不符合") var yes: Bool
  @Option(help: ArgumentHelp("依据的文件", valueName: "文件")) var document: String
  @Option(help: ArgumentHelp("年度，默认今年", valueName: "年")) var year: Int?
  @Option(help: ArgumentHelp("认定的日期；不写就是今天", valueName: "日期")) var date: String?
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws {
    let outcome = try ledger.operations.confirm(
      project, isConfirmed: yes, year: year, document: document, reason: reason,
      on: date.map(PartialDate.init(said:)))
    try Terminal.answer(outcome.reply.line, act: .of(outcome.entry))
  }
}

/// `taizhang report`: records a figure reported from outside.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "登记一个上报数：目标的现值，或增速的基数。",
    discussion: """
      例：taizhang report 汽车产值 460亿元 --period 2026-01..03 --basis 市统计局3月快报
          taizhang report new-signed-growth 120亿元 --period 2025-01..03 --basis 市投促局2025年3月台账
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("目标的代码或名称", valueName: "目标")) var target: String
  @Argument(help: ArgumentHelp("数，可带单位", valueName: "数")) var value: String
  @Option(help: ArgumentHelp("年或月份，如 2025、2026-01..03", valueName: "时段")) var period: String
  @Option(help: ArgumentHelp("来自哪份文件或谁", valueName: "依据")) var basis: String

  func run() throws {
    let entry = try ledger.operations.report(target, value: value, period: period, basis: basis)
    try Terminal.answer(Reply.noted(entry: entry.number).line, act: .of(entry))
  }
}

/// `taizhang task`: records the step that a task of the year has reached.
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "登记任务所到的环节：交办、落实、督办、反馈、办结。",
    discussion: "例：taizhang task 2.6 --state 落实 --note 电池基地一期开工 --document 市发改函〔2026〕31号")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("任务号，如 2.6", valueName: "任务")) var code: String
  @Option(help: ArgumentHelp("哪一年的任务，默认今年", valueName: "年")) var year: Int?
  @Option(help: ArgumentHelp("环节", valueName: "环节")) var state: String
  @Option(help: ArgumentHelp("到这个环节的日期；不写就是今天", valueName: "日期")) var date: String?
  @Option(help: ArgumentHelp("进展说明", valueName: "说明")) var note: String?
  @Option(help: ArgumentHelp("文件", valueName: "文件")) var document: String?

  func run() throws {
    let entry = try ledger.operations.advance(
      task: code, of: year, to: state, note: note, document: document,
      on: date.map(PartialDate.init(said:)))
    try Terminal.answer(Reply.noted(entry: entry.number).line, act: .of(entry))
  }
}
