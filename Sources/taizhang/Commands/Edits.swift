import ArgumentParser
import Intake
import Operations
import Wording

/// `taizhang add`: adds a project by hand.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "手工新增一个项目：与导入同样校验、同样留痕。",
    discussion: "例：taizhang add 项目名称=云岫关节模组生产基地 产业链=机器人 总投资=5亿元 县区=柳东新区")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("字段=值；字段可写标识或表头", valueName: "字段=值")) var values: [String]
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws {
    let operations = try ledger.operationsForNew
    let outcome = try operations.add(try assignments(values), reason: reason)
    try outcome.answer(at: operations)
  }
}

/// `taizhang edit`: changes values of a project by hand.
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "手工修改一个项目；值留空表示清除。",
    discussion: "例：taizhang edit 12 总投资=5.2亿元 2026年计划投资=12000 --reason 现场核实")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String
  @Argument(help: ArgumentHelp("字段=值；字段可写标识或表头", valueName: "字段=值")) var values: [String]
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  func run() throws {
    let operations = try ledger.operations
    let outcome = try operations.edit(project, try assignments(values), reason: reason)
    try outcome.answer(at: operations)
  }
}

private func assignments(_ arguments: [String]) throws -> [Assignment] {
  try arguments.map { argument in
    guard let assignment = Assignment(argument) else {
      throw OperationError.malformedArgument(argument)
    }
    return assignment
  }
}
