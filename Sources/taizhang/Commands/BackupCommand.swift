import ArgumentParser
import Operations
import Storage
import Wording

/// `taizhang backup`: writes one file that holds everything, or keeps a folder of such files, deleting old ones and
/// proving all.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份台账（原始清单也在里面，账户和发出的报表在旁边），或核验已有的备份。",
    discussion: """
      例：taizhang backup 台账-20260331.sqlite
          taizhang backup --to 备份/ --keep 30    按时间命名，附清单，只留最近 30 份；适合定时任务
          taizhang backup --check 备份/           逐份打开核验：内容没有变动、凭证链完整、余额相符
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("备份文件", valueName: "文件")) var file: String?
  @Option(help: ArgumentHelp("备份到这个文件夹，按时间命名", valueName: "文件夹")) var to: String?
  @Option(help: ArgumentHelp("文件夹里只留最近几份", valueName: "份数")) var keep: Int?
  @Option(help: ArgumentHelp("核验这个文件夹里的备份", valueName: "文件夹")) var check: String?
  @Flag(help: "只核验最近一份") var newest = false

  func validate() throws {
    guard [file, to, check].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("写备份文件，或者 --to 文件夹，或者 --check 文件夹，三者选一。")
    }
    if keep != nil, to == nil { throw ValidationError("--keep 和 --to 一起用。") }
    if newest, check == nil { throw ValidationError("--newest 和 --check 一起用。") }
    if let keep, keep < 1 { throw ValidationError("--keep 至少是 1。") }
  }

  func run() throws {
    if let file { return try backUp(to: file) }
    if let to {
      let kept = try ledger.operations.backUp(toFolder: RawArguments.text(to), keep: keep)
      return Terminal.note(BackupWords.kept(kept))
    }
    if let check { try checkBackups(in: RawArguments.text(check)) }
  }

  private func backUp(to file: String) throws {
    try ledger.operations.backUp(to: RawArguments.text(file))
    Terminal.note("已备份到 \(file)。")
  }

  private func checkBackups(in folder: String) throws {
    let checks = try ledger.operations.checkBackups(in: folder, newest: newest)
    try Terminal.answer(BackupWords.lines(checks, in: folder))
    if checks.isEmpty || checks.contains(where: { !$0.problems.isEmpty }) {
      throw FinishedWithErrors(code: .data)
    }
  }
}
