import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang refresh`: imports new files of Imports/ and rewrites Exports/.
struct Refresh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "读入 Imports/ 里的新清单，重写 Exports/ 里的报表；重复运行不会改变什么。",
    discussion: """
      例：taizhang refresh
          taizhang refresh --without-samples        不读入 示例/ 里的虚构清单
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("清单文件夹", valueName: "文件夹")) var imports = "Imports"
  @Option(help: ArgumentHelp("报表文件夹", valueName: "文件夹")) var exports = "Exports"
  @Flag(help: "不读入 示例/ 里的虚构清单") var withoutSamples = false

  func run() throws { try InterruptSignal.watching(run) }

  private func run(_ interruption: Interruption) throws {
    var operations = try ledger.operationsForNew
    operations.interruption = interruption
    for folder in [imports, exports] { _ = try RawArguments.text(folder) }
    operations.inputs = [imports]
    let options = RefreshOptions(
      imports: imports, exports: exports, readsSamples: !withoutSamples)
    var refused = false
    var hasErrors = false
    let line = ProgressLine()
    var written: [Int64] = []
    let files: [WrittenFile]
    do {
      try operations.takeIn(options, progress: line.update) { step in
        line.finish()
        let words = RefreshWords(step)
        Terminal.note(words.text)
        refused = refused || words.isRefused
        hasErrors = hasErrors || words.hasErrors
        if case .imported(let entry, _) = step.outcome { written.append(entry.number) }
      }
      files = try operations.writeBooks(to: options.exports)
    } catch OperationError.interrupted {
      guard let last = written.last else { throw OperationError.interrupted }
      throw OperationError.interruptedAfter(lists: written.count, entry: last)
    }
    let isWhole = try FileWords.report(files)
    // Rows of sample lists are not counted as waiting.
    let waiting = try operations.queue([.row]).items.count {
      $0.file.map { !LedgerOperations.isSample($0) } ?? true
    }
    if waiting > 0 { Terminal.note(Reply.waiting(rows: waiting).line) }
    if refused || hasErrors { Terminal.note("有些行或文件需要处理：用 taizhang import 文件 --dry-run 逐条查看。") }
    if refused || !isWhole || waiting > 0 { throw FinishedWithErrors(code: .doneWithErrors) }
  }
}
