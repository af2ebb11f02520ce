import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang move`: moves a project to another stage.
struct Move: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "项目转入一个阶段：记下日期和依据；跳步或倒退要写事由。",
    discussion: """
      例：taizhang move 12 开工 --date 2026-03-28 --evidence 施工许可证450203202603280101
          taizhang move 12 建设 --condition 暂停 --reason 业主资金未到位
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String
  @Argument(help: ArgumentHelp("阶段", valueName: "阶段")) var stage: String
  @Option(help: ArgumentHelp("发生的日期，如 2026-03-28 或 2026-03；不写就是今天", valueName: "日期")) var date:
    String?
  @Option(help: ArgumentHelp("依据的文件", valueName: "文件")) var evidence: String?
  @Option(help: ArgumentHelp("状态：正常、暂停 …", valueName: "状态")) var condition: String?
  @Option(help: ArgumentHelp("年度批次，如 2026=开工一批", valueName: "年=批次")) var batch: String?
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws {
    let move = StageMove(
      stage: stage, date: try date.map(PartialDate.init(said:)), evidence: evidence,
      condition: condition, batch: batch,
      reason: reason)
    let outcome = try ledger.operations.move(project, move)
    try Terminal.answer(outcome.reply.line, act: .of(outcome.entry))
  }
}
