import Access
import ArgumentParser
import Foundation
import Logging
import Operations

/// 台账: the ledger of a city's investment projects.
@main
struct Taizhang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taizhang",
    abstract: "台账：投资项目清单进来，按产业链回答，出领导看的报表。",
    discussion: """
      第一次用：taizhang refresh        读入 Imports/ 里的清单，生成 Exports/ 里的报表
      导入一份：taizhang import 清单.xlsx
      查一条链：taizhang list --chain 新能源
      出一份报表：taizhang export leaders -o 领导汇总.xlsx

      退出码：0 完成；1 完成但有错误级问题；64 用法不对；65 数据被拒；66 找不到输入；
      73/74 写不出；75 方案过期或台账被占用；130 中断。
      """,
    version: ProgramVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "清单", subcommands: [Refresh.self, Import.self, Queue.self, Inspect.self]),
      CommandGroup(
        name: "手工",
        subcommands: [
          Add.self, Edit.self, Move.self, MilestoneCommand.self, ProblemCommand.self,
          Confirm.self, Report.self, TaskCommand.self, Decisions.self, Recipes.self, Undo.self,
        ]),
      CommandGroup(
        name: "查重", subcommands: [Duplicates.self, Same.self, Different.self, Split.self]),
      CommandGroup(
        name: "查询",
        subcommands: [
          Serve.self, List.self, Facets.self, Funnel.self, Matrix.self, Show.self,
          ProvinceCommand.self,
        ]),
      CommandGroup(name: "报表", subcommands: [Export.self, Publish.self]),
      CommandGroup(
        name: "台账",
        subcommands: [
          UserCommand.self, TokenCommand.self, CatalogueCommand.self, YearCommand.self,
          Entries.self, ReceiptCommand.self, Verify.self,
          Backup.self,
          Restore.self, Copy.self, Heads.self, Grant.self, Doctor.self,
        ]),
    ])

  /// Runs the command; any error becomes a sentence, a hint and an exit code.
  static func main() {
    LoggingSystem.bootstrap { label in
      var handler = LogOnOneLine(label: label)
      let level = ProcessInfo.processInfo.environment["TAIZHANG_LOG"]
      handler.logLevel = level.flatMap { Logger.Level(rawValue: $0) } ?? .warning
      return handler
    }
    var verb: (any ParsableCommand.Type)?
    do {
      var command = try parseAsRoot()
      verb = type(of: command)
      try command.run()
      CommandAudit.record(verb, result: AuditLine.done)
    } catch let error as FinishedWithErrors {
      CommandAudit.record(verb, result: "findings")
      ClosingProblem.tell()
      Foundation.exit(error.code.rawValue)
    } catch {
      CommandAudit.record(verb, result: "failed")
      Self.end(with: error, of: verb)
    }
    if ClosingProblem.tell() { Foundation.exit(ExitStatus.doneWithErrors.rawValue) }
  }
}
