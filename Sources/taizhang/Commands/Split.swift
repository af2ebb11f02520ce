import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang split`: makes projects the parts of a package.
struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "打包项目拆分：指明哪些项目是它的子项。",
    discussion: """
      例：taizhang split 12 57 58           57、58 是 12 的子项；合计按打包或拆分只算一边
          taizhang split 12 57 --undo       57 不再是 12 的子项
          taizhang split 12 --undo          取消拆分，全部子项移出
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("打包项目：编号、项目代码或名称", valueName: "项目")) var package: String
  @Argument(help: ArgumentHelp("子项", valueName: "子项")) var parts: [String] = []
  @Flag(help: "移出子项") var undo = false
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func validate() throws {
    if parts.isEmpty, !undo { throw ValidationError("请写明子项；取消拆分请加 --undo。") }
  }

  func run() throws {
    let outcome =
      undo
      ? try ledger.operations.unsplit(package, parts: parts, reason: reason)
      : try ledger.operations.split(package, into: parts, reason: reason)
    try Terminal.answer(outcome.reply(isSplit: !undo).line, act: .of(outcome.entry))
  }
}
