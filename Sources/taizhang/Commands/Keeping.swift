import Access
import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang entries`: lists the entries, who made them, and when.
struct Entries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries",
    abstract: "列出凭证：谁、何时、为何、来自哪份文件。", discussion: "例：taizhang entries --limit 10")

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("最多几张", valueName: "数")) var limit = 50
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let entries = try ledger.operations.entrySummaries(limit: max(1, limit))
    if json { return try Terminal.answer(data: EntriesJSON.json(entries).text) }
    try Terminal.answer(EntriesTable.table(entries))
  }
}

/// `taizhang verify`: proves that nothing was altered except through the journal, or checks a book.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核验台账：凭证链完整、余额等于逐笔重放、原始文件里有这些值、数据库完好；或核对一份报表。",
    discussion: """
      例：taizhang verify
          taizhang verify --head 12:5f3a…      末笔凭证还是上次记下的那一张
          taizhang verify 领导汇总.xlsx        报表是否改过、台账此后有何变动

      核验通过时写出末笔凭证的号和校验码：抄在台账以外的地方（台账本、邮件、会议纪要），下次用 --head
      对照。截去末尾几张凭证、换成另一本台账、把整本凭证重算一遍，只有这样才看得出来。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("导出的报表；不写就核验台账", valueName: "报表")) var book: String?

  @Option(help: ArgumentHelp("在别处记下的凭证号和校验码，写 号:校验码", valueName: "凭证")) var head: String?
  @Option(help: ArgumentHelp("在别处记下的审计末行，写 号:校验码", valueName: "审计行")) var auditHead: String?
  @Flag(help: "输出一行 JSON") var json = false

  func validate() throws {
    if book != nil, head != nil || auditHead != nil || json {
      throw ValidationError("--head、--audit-head 和 --json 只用来核验台账，不写报表。")
    }
  }

  func run() throws {
    if let book { return try verify(book: book) }
    let head = try head.map { text in
      guard let head = LedgerHead(text) else {
        throw ValidationError("--head 写 号:校验码（64 位十六进制），照 taizhang verify 写出的抄。")
      }
      return head
    }
    let line = try auditHead.map { text in
      guard let line = AuditHead(text) else {
        throw ValidationError("--audit-head 写 号:校验码（64 位十六进制），照 taizhang verify 写出的抄。")
      }
      return line
    }
    let verification = try ledger.operations.verification(expecting: head, audit: line)
    if json {
      try Terminal.answer(data: VerificationJSON.json(verification).text)
    } else {
      try Terminal.answer(VerificationWords.lines(verification, expecting: head))
    }
    if !verification.passed { throw FinishedWithErrors(code: .data) }
  }

  private func verify(book path: String) throws {
    let verification = try ledger.operations.verify(book: RawArguments.path(path))
    try Terminal.answer(BookWords.lines(verification))
    if !verification.isOurs || verification.isUnaltered == false || verification.isUnchecked {
      throw FinishedWithErrors(code: .data)
    }
    if !verification.isCurrent { throw FinishedWithErrors(code: .doneWithErrors) }
  }
}

/// `taizhang doctor`: shows the state of this machine and this ledger.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "检查运行环境和台账概况。", discussion: "例：taizhang doctor")

  @OptionGroup var ledger: LedgerOptions

  func run() throws { try Terminal.answer(CheckUpWords.lines(ledger.operations.checkUp())) }
}
