import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang queue`: lists or settles what waits for a person.
struct Queue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "待办：等人处理的行、用语、冲突、重复，未到的清单，不再报的项目。",
    discussion: """
      例：taizhang queue
          taizhang queue --kind 待核的行 --sender 市投资促进局
          taizhang queue --answer                逐项处理
          taizhang queue --asks 待办.yaml         写成待填的文件，填好后
          taizhang queue --decide 待办.yaml
      类别：\(PendingID.Kind.allCases.map { "\($0.words)（\($0.rawValue)）" }.joined(separator: "、"))。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("只看这个报送单位的", valueName: "单位")) var sender: String?
  @Option(help: ArgumentHelp("只看这一类，可写多次", valueName: "类别")) var kind: [String] = []
  @Option(help: ArgumentHelp("最多几项", valueName: "数")) var limit = 20
  @Flag(help: "输出一行 JSON") var json = false
  @Flag(help: "在终端里逐项处理") var answer = false
  @Option(help: ArgumentHelp("写成待填的文件", valueName: "文件"), completion: .file())
  var asks: String?
  @Option(help: ArgumentHelp("采用填好的文件", valueName: "文件"), completion: .file())
  var decide: String?
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func validate() throws {
    for kind in kind where PendingID.Kind(named: kind) == nil {
      throw ValidationError(
        "没有“\(kind)”这一类；可写：\(PendingID.Kind.allCases.map(\.words).joined(separator: "、"))。")
    }
    if [answer, asks != nil, decide != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--answer、--asks、--decide 只能写一个。")
    }
  }

  private var kinds: Set<PendingID.Kind> {
    kind.isEmpty ? Set(PendingID.Kind.allCases) : Set(kind.compactMap { PendingID.Kind(named: $0) })
  }

  func run() throws {
    var operations = try ledger.operations
    if let decide {
      operations.inputs = [decide]
      return try take(RawArguments.path(decide), operations)
    }
    let (items, catalogue) = try operations.queue(kinds, sender: sender)
    if answer { return try QueueDialogue(operations, items, catalogue, reason: reason).run() }
    if let asks { return try write(items, catalogue, RawArguments.text(asks), operations) }
    if json { return try Terminal.answer(data: QueueJSON.json(items, catalogue).text) }
    try Terminal.answer(QueueWords(items, catalogue, limit: limit).lines)
  }

  private func write(
    _ items: [PendingItem], _ catalogue: Catalogue, _ path: String, _ operations: LedgerOperations
  ) throws {
    let asks = QueueAsks(items, catalogue)
    if asks.isEmpty { return Terminal.note("没有要问的，没有写 \(path)。") }
    try operations.write(asks, to: path)
    Terminal.note("已写出 \(path)，填好后用 taizhang queue --decide 交回。")
  }

  private func take(_ path: FilePath, _ operations: LedgerOperations) throws {
    let file = try DecisionFile(yaml: ReceivedFile.text(of: path, operations.interruption))
    let entries = try operations.decide(file, reason: reason)
    let reply: Reply = entries.isEmpty ? .nothingToWrite : .settled(entries: entries.map(\.number))
    try Terminal.answer(reply.line, act: .of(entries.last))
  }
}
