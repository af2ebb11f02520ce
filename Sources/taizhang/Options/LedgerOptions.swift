import ArgumentParser
import Foundation
import Ledger
import Operations
import Storage
import Wording

/// The ledger and the acting person.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "台账文件，或 PostgreSQL 里的台账 postgresql://…/库?ledger=名（也可用环境变量 TAIZHANG_DATABASE）",
      valueName: "文件"))
  var database: String?

  @Option(help: ArgumentHelp("经办人，记入凭证（也可用环境变量 TAIZHANG_ACTOR）", valueName: "姓名"))
  var actor: String?

  @Flag(help: "电脑时钟没有错：离上一张凭证300 天以上也照记")
  var clockIsRight = false

  /// A operations at an existing ledger.
  var operations: LedgerOperations {
    get throws { try makeDesk() }
  }

  /// A operations that may create the ledger when projects are brought in.
  var operationsForNew: LedgerOperations {
    get throws {
      var operations = try makeDesk()
      operations.beginsLedgers = true
      return operations
    }
  }

  private func makeDesk() throws -> LedgerOperations {
    let named = try RawArguments.environment("TAIZHANG_DATABASE")
    let path = try database.map(RawArguments.text) ?? named ?? ".data/taizhang.sqlite"
    let environment = ProcessInfo.processInfo.environment
    let actor = actor ?? environment["TAIZHANG_ACTOR"] ?? NSUserName()
    if Person.isAccount(actor: actor) {
      throw ValidationError("经办人「\(actor)」写成了账户的样子：账户做的凭证只能由账户来做。")
    }
    var operations = LedgerOperations(path: path, actor: actor)
    operations.watch = LedgerWatch(
      confirms: { [clockIsRight] gap in
        clockIsRight || Terminal.isInteractive && ClockQuestion.isRight(gap)
      }, tells: { Terminal.note($0.sentence) })
    operations.watch.committed = { CommandAudit.note($0) }
    CommandAudit.note(operations)
    operations.onUnsettled = ClosingProblem.note
    operations.hints = \.words
    return operations
  }
}
