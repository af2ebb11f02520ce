import ArgumentParser
import Foundation
import Glibc
import Operations
import Spreadsheet
import Wording

/// `taizhang inspect`: shows the cells of a workbook without interpreting them.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "查看表格文件里有什么（不按清单理解）。", discussion: "例：taizhang inspect 清单.xlsx --json")

  @Argument(help: ArgumentHelp("表格文件", valueName: "文件"), completion: .file()) var file: String
  @Flag(help: "输出一行 JSON：每张表的行、合并、隐藏的表") var json = false
  @Flag(help: "读完全部内容，只输出单元格数和校验和") var count = false

  func run() throws {
    let bytes = try ReceivedFile.bytes(of: RawArguments.path(file))
    do {
      if count {
        let count = try CellCount(bytes)
        try Terminal.answer(
          "\(count.sheets) 张表，\(count.rows) 行，\(count.cells) 个单元格，校验和 \(String(count.checksum, radix: 16))"
        )
      } else {
        var output = Result<Void, any Error>.success(())
        try Workbook.read(bytes).dump { piece in
          if case .success = output { output = Result { try Terminal.answer(bytes: piece) } }
        }
        try output.get()
        try Terminal.answer(data: "")
      }
    } catch {
      guard json else { throw error }
      let words = ErrorWording(error)
      let message = words.statement + (words.hint?.words ?? "")
      try Terminal.answer(
        data: JSON.object([("ok", .bool(false)), ("error", .string(message))]).text)
      throw FinishedWithErrors(code: .data)
    }
  }
}
