import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang restore`: replaces the ledger by a verified backup, or writes the ledger as of an entry to a new file.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "用备份恢复台账：先核验备份，通过后替换；或者另存某张凭证时的台账。",
    discussion: """
      例：taizhang restore 台账-20260331.sqlite --yes
          taizhang restore --through 131 --to 台账-131.sqlite    另存第 131 号凭证后的台账，现在的不动
      先说明会失去和多出哪几笔凭证，再询问；加 --yes 不询问。
      台账里有备份没有的凭证，或备份是另一本台账时，要加 --replace 才换。
      备份旁边有账户（名字以 .access.sqlite 结尾），就一起恢复，要么都换，要么都不换；恢复后人人重新登录。
      备份旁边有发出的报表（名字以 .issues 结尾），现在没有的放回来，现有的不动。
      备份只读不改；换下的台账留在旁边，名为 台账文件.replaced-版次。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("备份文件", valueName: "文件")) var file: String?
  @Flag(help: "不询问，直接恢复") var yes = false
  @Flag(help: "台账里备份没有的凭证可以不要（换下的台账留在旁边）") var replace = false
  @Option(help: ArgumentHelp("只到这张凭证，和 --to 一起用；不写备份就从台账里取", valueName: "凭证"))
  var through: Int64?
  @Option(help: ArgumentHelp("另存为这个新文件", valueName: "文件")) var to: String?

  func validate() throws {
    guard (through == nil) == (to == nil) else {
      throw ValidationError("--through 和 --to 要一起写。")
    }
    if through != nil, yes || replace {
      throw ValidationError("--through 另存新文件，不换台账，不写 --yes 和 --replace。")
    }
    if through == nil, file == nil { throw ValidationError("写备份文件；或者写 --through 和 --to。") }
  }

  func run() throws {
    let file = try file.map(RawArguments.text)
    if let through, let to {
      let entry = try ledger.operations.restore(
        through: through, of: file, to: RawArguments.text(to))
      return Terminal.note(
        "已另存为 \(to)：第 \(entry.number) 号凭证（\(ShanghaiCalendar.text(entry.at))）后的台账，核验通过。")
    }
    if let file { try restore(file) }
  }

  private func restore(_ file: String) throws {
    guard yes || Terminal.isInteractive else { throw OperationError.notConfirmed }
    let restored = try ledger.operations.restore(from: file, losing: replace) { effect in
      Terminal.note(effect.words)
      guard yes || Terminal.asks("用 \(file) 恢复吗？") else { throw OperationError.notConfirmed }
    }
    Terminal.note(Reply.restored(revision: restored.ledger.revision).line)
    if let replaced = restored.ledger.replaced {
      Terminal.note("换下的台账留在 \(replaced)，不用了可以删除。")
      if Engines.isServer(replaced) {
        Terminal.note("账户、审计和各登录名的权限随台账的名字留下。正在运行的网站（taizhang serve）要重新启动，才看到恢复后的台账。")
      }
    }
    if restored.issues > 0 { Terminal.note("放回发出的报表 \(restored.issues) 期。") }
    guard let accounts = restored.accounts else { return }
    Terminal.note("账户、密码和令牌也回到备份时的样子，人人重新登录；备份之后停用的账户、收回的令牌和权限要再停用、再收回。")
    if let replaced = accounts.replaced {
      Terminal.note("换下的账户和审计留在 \(replaced)，审计要长期保存，不要删除。")
    }
  }
}
