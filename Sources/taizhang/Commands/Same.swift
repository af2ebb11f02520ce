import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang same`: merges two projects that are the same.
struct Same: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "认定两个项目是同一个：后一个并入前一个，两边的历史都保留。",
    discussion: """
      例：taizhang same 12 57 --reason 业主已核实      57 并入 12，12 缺的值由 57 补上
          taizhang same 12 57 --take 总投资           总投资以 57 的为准
          taizhang same 12 row:30:0:5                待办里的那一行就是项目 12，写到 12 上
      合并后 57 仍可查到（即 12）；报过 57 的单位下月再报，与 12 比对。taizhang undo 可以撤销。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("留下的项目：编号、项目代码或名称", valueName: "项目")) var kept: String
  @Argument(help: ArgumentHelp("并入的项目", valueName: "项目")) var merged: String
  @Option(help: ArgumentHelp("以并入项目的值为准的字段，可写多次", valueName: "字段")) var take: [String] = []
  @Flag(help: "只看会怎样，不写入") var dryRun = false
  @Flag(help: "不询问，直接写入") var yes = false
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws {
    let operations = try ledger.operations
    if let row = PendingID(merged), row.kind == .row { return try write(row, operations) }
    let prepared = try operations.mergePlan(merged, into: kept, taking: take)
    let merge = prepared.plan.merge
    try Terminal.answer(MergeWords(prepared).lines, act: .notWritten)
    if dryRun { return }
    if !yes {
      guard Terminal.isInteractive, Terminal.asks("把项目 \(merge.project) 并入 \(merge.into) 吗？")
      else { throw OperationError.notConfirmed }
    }
    let entry = try operations.merge(prepared, reason: reason)
    Terminal.note(Reply.merged(entry: entry.number).line)
  }

  /// Writes a waiting row to the project.
  private func write(_ row: PendingID, _ operations: LedgerOperations) throws {
    let choice = PendingAnswer.Choice.project(try operations.show(kept).project.id)
    if dryRun { return }
    let entries = try operations.settle([PendingAnswer(row, choice)], reason: reason)
    try Terminal.answer(
      Reply.settled(entries: entries.map(\.number)).line, act: .of(entries.last))
  }
}
