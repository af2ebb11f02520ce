import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang undo`: undoes an entry, keeping later changes by people.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "撤销一张凭证：还原它改过的值，之后有人改过的保留。",
    discussion: """
      例：taizhang undo 7 --dry-run --all
      先列出会改变什么，再询问；每类多于 10 个的，说明另有几个，加 --all 全部列出。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("凭证号", valueName: "凭证")) var entry: Int64
  @Flag(help: "只看会怎样，不写入") var dryRun = false
  @Flag(help: "会改变的全部列出，不只列前 10 个") var all = false
  @Flag(help: "不询问，直接写入") var yes = false
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws { try InterruptSignal.watching(run) }

  private func run(_ interruption: Interruption) throws {
    var operations = try ledger.operations
    operations.interruption = interruption
    let plan = try operations.undoPlan(of: entry)
    try Terminal.answer(UndoWords(plan, isWhole: all).lines, act: .notWritten)
    if dryRun { return }
    if !yes {
      guard Terminal.isInteractive, Terminal.asks("撤销第 \(entry) 号凭证吗？") else {
        throw OperationError.notConfirmed
      }
    }
    let undone = try operations.undo(plan, reason: reason)
    Terminal.note(Reply.undone(entry: undone.number).line)
  }
}
