import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang copy`: copies the ledger from a file to a server or back.
struct Copy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "把台账原样另存到别处：文件到 PostgreSQL，或者 PostgreSQL 到文件；逐笔核验，对不上就什么也不留。",
    discussion: """
      例：taizhang copy "postgresql://tz@db/city?ledger=liuzhou"
          taizhang copy 台账-20260331.sqlite --database "postgresql://tz@db/city?ledger=liuzhou"
      凭证、原始文件和送出的报表一笔不差，校验值不变；项目由凭证重新推出。账户不在其中。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("新的台账文件，或 postgresql://…/库?ledger=名", valueName: "去处")) var target:
    String

  func run() throws {
    let target = try RawArguments.text(target)
    let last = try ledger.operations.copy(to: target)
    Terminal.note(
      "已另存到 \(Engines.name(of: target))：到第 \(last.number) 号凭证（校验值 \(last.hash.prefix(12))），核验通过。")
  }
}
