import ArgumentParser
import Foundation
import Intake
import Ledger
import Operations
import Storage
import Wording

/// `taizhang import`: imports lists, after showing what they would change.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "导入项目清单：先给出方案，确认后写入。",
    discussion: """
      例：taizhang import 3月清单.xlsx --dry-run
          taizhang import 3月清单.xlsx --yes --reason 月报
          taizhang import 3月清单.xlsx --plan 方案指纹
      在终端里会先显示方案再询问；不在终端里须加 --yes 或 --plan。
      """)

  @OptionGroup var ledger: LedgerOptions

  @Argument(help: ArgumentHelp("清单文件", valueName: "文件"), completion: .file())
  var files: [String]

  @Flag(help: "只看方案，不写入") var dryRun = false
  @Flag(help: "每个文件输出一行 JSON") var json = false
  @Flag(help: "不询问，直接写入") var yes = false
  @Option(help: ArgumentHelp("只在方案指纹相同时写入", valueName: "指纹")) var plan: String?
  @Option(help: ArgumentHelp("清单年度：“今年”指哪一年", valueName: "年")) var year: Int?
  @Option(help: ArgumentHelp("报送单位（清单里写明的优先）", valueName: "单位")) var sender: String?
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?
  @Option(
    help: ArgumentHelp("采用认定文件：用语指什么、冲突怎么办", valueName: "文件"), completion: .file())
  var decide: String?
  @Option(help: ArgumentHelp("把要问的写成待填的认定文件", valueName: "文件"), completion: .file())
  var asks: String?

  @Option(
    help: ArgumentHelp("按版式文件读：表头在哪几行、哪列是什么、哪些行不读", valueName: "文件"), completion: .file())
  var recipe: String?

  @Option(
    help: ArgumentHelp("这一列的空白单元格表示清除（可重复；其余列空白保留台账的值）", valueName: "列"))
  var clear: [String] = []
  @Flag(help: "有一行不能写入、一处错误或要人核定，就什么都不写") var allOrNothing = false

  @Option(
    help: ArgumentHelp("另存一份标好问题的原表：末列“核对意见”，有问题的格标红、加批注", valueName: "文件"),
    completion: .file())
  var annotate: String?

  func validate() throws {
    if asks != nil && files.count > 1 { throw ValidationError("--asks 一次只能用于一个文件。") }
    if annotate != nil && files.count > 1 { throw ValidationError("--annotate 一次只能用于一个文件。") }
    if plan != nil && files.count > 1 { throw ValidationError("--plan 一次只能用于一个文件。") }
    if let year, !(1990...2100).contains(year) { throw ValidationError("--year 写四位年份，如 2026。") }
  }

  func run() throws { try InterruptSignal.watching(run) }

  private func run(_ interruption: Interruption) throws {
    var operations = try ledger.operationsForNew
    operations.interruption = interruption
    operations.inputs = files + [decide, recipe].compactMap { $0 }
    var worst = ExitStatus.done
    var written: [Int64] = []
    for path in RawArguments.paths(files) {
      do {
        let code = try importFile(path, operations) { written.append($0) }
        if worst == .done { worst = code }
      } catch {
        // With one file the error ends the command; with several the others are still imported.
        let words = ErrorWording(error)
        if let last = written.last, words.kind == .interrupted {
          throw OperationError.interruptedAfter(lists: written.count, entry: last)
        }
        if files.count == 1 && !json || words.kind == .interrupted { throw error }
        try report(words, error, path.text)
        worst = ExitStatus(words.kind)
      }
    }
    if worst != .done { throw FinishedWithErrors(code: worst) }
  }

  private func importFile(
    _ path: FilePath, _ operations: LedgerOperations, onEntry: (Int64) -> Void
  ) throws -> ExitStatus {
    for path in [asks, annotate].compactMap({ $0 }) {
      try operations.output(RawArguments.text(path))
    }
    let file = try ReceivedFile(path: path, interruption: operations.interruption)
    var prepared = try prepare(file, operations)
    if let sender = asked(for: prepared) {
      prepared = try prepare(file, operations, sender: sender)
    }
    let summary = PlanSummary(prepared)
    if json {
      try Terminal.answer(data: prepared.json.text, act: .notWritten)
    } else {
      try Terminal.answer(summary.lines, act: .notWritten)
    }
    if let asks { try write(AsksFile(prepared), to: asks, operations) }
    if let annotate {
      try operations.annotate(prepared, to: annotate)
      Terminal.note("已写出标好问题的原表 \(annotate)，改好后可直接导入。")
    }
    let waits = prepared.held.rows.count
    let code: ExitStatus = summary.hasErrors || waits > 0 ? .doneWithErrors : .done
    if dryRun {
      if !json { Terminal.note("只看方案，什么都没有写入；写入请去掉 --dry-run。") }
      return code
    }
    let consent = ImportConsent(
      fingerprint: plan, isWhole: allOrNothing, holdsForNext: yes && plan == nil)
    guard try prepared.hasEffect(under: consent) else {
      Terminal.note(Reply.nothingToWrite.line)
      noteWaiting(waits)
      return code
    }
    if plan == nil && !yes {
      guard Terminal.isInteractive, Terminal.asks("写入台账吗？") else {
        throw OperationError.notConfirmed
      }
    }
    if let entry = try write(prepared, consent, operations) {
      onEntry(entry.number)
      Terminal.note(Reply.imported(entry: entry.number).line)
    }
    noteWaiting(waits)
    return code
  }

  private func noteWaiting(_ rows: Int) {
    if rows > 0 { Terminal.note(Reply.waiting(rows: rows).line) }
  }

  /// The sender of a list that names none: asks on an interactive terminal, offering the file's name without its month.
  /// The answer `-` leaves it open.
  private func asked(for prepared: PreparedImport) -> String? {
    guard let title = prepared.proposedSender, !json, !yes, plan == nil, Terminal.isInteractive
    else { return nil }
    let answer = Terminal.asks(
      for: "\(prepared.file.name) 没有写明报送单位，是谁报的（回车用“\(title)”，- 为不注明）？")
    return answer == "-" ? nil : answer.isEmpty ? title : answer
  }

  private func prepare(
    _ file: ReceivedFile, _ operations: LedgerOperations, sender asked: String? = nil
  ) throws -> PreparedImport {
    let line = ProgressLine()
    defer { line.finish() }
    let decisions = try decide.map {
      try DecisionFile(
        yaml: ReceivedFile.text(of: RawArguments.path($0), operations.interruption))
    }
    let layout = try recipe.map {
      try RecipeFile(
        yaml: ReceivedFile.text(of: RawArguments.path($0), operations.interruption),
        operations.catalogue())
    }
    let options = ImportOptions(
      year: year, sender: sender ?? asked, reason: reason, clear: clear, decisions: decisions,
      recipe: layout)
    let prepared = try operations.prepare(file, options, progress: line.update)
    try operations.interruption.check()
    return prepared
  }

  /// Writes the list. With --yes any plan is accepted: if another writer was faster, the plan is made again. A plan
  /// that a person has looked at is refused instead.
  private func write(
    _ prepared: PreparedImport, _ consent: ImportConsent, _ operations: LedgerOperations
  ) throws -> Entry? {
    let line = ProgressLine()
    defer { line.finish() }
    return try operations.write(
      prepared, under: consent,
      again: {
        line.finish()
        return try prepare(prepared.file, operations)
      }, progress: line.update)
  }

  private func write(_ asks: AsksFile, to path: String, _ operations: LedgerOperations) throws {
    if asks.isEmpty { return Terminal.note("没有要问的，没有写 \(path)。") }
    try operations.write(asks, to: path)
    Terminal.note("已写出 \(path)，填好后用 --decide 交回。")
  }

  private func report(_ words: ErrorWording, _ error: any Error, _ path: String) throws {
    Terminal.note("错误：\(path)：" + words.statement)
    if let hint = words.hint { Terminal.note("办法：" + hint.words) }
    if json {
      let name = URL(filePath: path).lastPathComponent
      try Terminal.answer(
        data:
          RejectedFile.json(name: name, year: year, error: error, hint: words.hint?.words).text)
    }
  }
}
