import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang duplicates`: lists projects that may be the same.
struct Duplicates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "查重：台账里可能是同一个项目的，按相似程度排列，说明理由。",
    discussion: """
      例：taizhang duplicates --limit 20
      答复：taizhang same 12 57        是同一个，合并
            taizhang different 12 57   不是，今后不再问
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("最多几对", valueName: "数")) var limit = 50
  @Flag(help: "连同搁置的") var all = false
  @Flag(help: "查过以后记一张凭证：两千项以上的台账，待办里列的是上次记下的") var note = false
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    if note { return try noteFound() }
    let queue = try ledger.operations.duplicates(withPutOff: all)
    if json { return try Terminal.answer(data: DuplicatesJSON.json(queue).text) }
    try Terminal.answer(DuplicateWords(queue, limit: limit).lines)
  }

  private func noteFound() throws {
    let (queue, entry) = try ledger.operations.noteDuplicates()
    let act = ActState.of(entry)
    if json { return try Terminal.answer(data: DuplicatesJSON.json(queue).text, act: act) }
    try Terminal.answer(DuplicateWords(queue, limit: limit).lines, act: act)
    if let entry { Terminal.note(Reply.noted(entry: entry.number).line) }
  }
}

/// `taizhang different`: records that two similar projects are different.
struct Different: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different",
    abstract: "认定两个相像的项目不是同一个，今后不再问。",
    discussion: """
      例：taizhang different 12 57 --reason 业主已核实
          taizhang different 12 57 --later     先搁置
          taizhang different 12 row:30:0:5     待办里的那一行不是项目 12，是新项目
          taizhang different 12 57 --revoke    收回认定，重新列入查重
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var one: String
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var other: String
  @Flag(help: "先搁置，以后再说") var later = false
  @Flag(help: "收回认定") var revoke = false
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func validate() throws {
    if later && revoke { throw ValidationError("--later 和 --revoke 只能写一个。") }
  }

  func run() throws {
    if let row = PendingID(other), row.kind == .row {
      let operations = try ledger.operations
      _ = try operations.show(one)
      let entries = try operations.settle([PendingAnswer(row, .new)], reason: reason)
      let reply = Reply.settled(entries: entries.map(\.number))
      return try Terminal.answer(reply.line, act: .of(entries.last))
    }
    let answer: DuplicateDecision.Answer = revoke ? .revoked : later ? .later : .different
    let outcome = try ledger.operations.distinguish(one, other, answer, reason: reason)
    let reply = Reply.distinguished(outcome.pair, answer, entry: outcome.entry.number)
    try Terminal.answer(reply.line, act: .of(outcome.entry))
  }
}
