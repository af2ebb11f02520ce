import ArgumentParser
import Ledger
import Operations
import Storage

/// `taizhang show`: shows one project, every value with its origin.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "显示一个项目：每个值来自哪份清单的哪个单元格。",
    discussion: "例：taizhang show 12 --history")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String
  @Flag(help: "连同全部变动") var history = false
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let view = try ledger.operations.show(project)
    if let asked = ProjectID(project), asked != view.project.id {
      Terminal.note("项目 \(asked) 已并入项目 \(view.project.id)。")
    }
    if json { return try Terminal.answer(data: view.json(withHistory: history).text) }
    try Terminal.answer(ProjectWords(view, withHistory: history).lines)
  }
}
