import ArgumentParser
import Ledger
import Operations

/// `taizhang receipt`: shows what an import did, row by row.
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "导入回执：文件、校验值、每一行的去向，任何时候都能再开。",
    discussion: "例：taizhang receipt 7 -o 回执.xlsx")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("凭证号", valueName: "凭证")) var entry: Int64
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("写成工作簿", valueName: "文件"))
  var output: String?
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let operations = try ledger.operations
    let receipt = try operations.receipt(of: entry, withNewValues: json)
    if let output = try output.map(RawArguments.text) {
      try operations.writeReceipt(receipt, to: output)
      Terminal.note("已写出 \(output)")
    }
    if json { return try Terminal.answer(data: receipt.json.text) }
    try Terminal.answer(ReceiptWords(receipt).lines)
  }
}
