import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang milestone`: adds, changes, completes or removes a milestone of a project, or lists milestones.
struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone",
    abstract: "登记项目的节点：应完成日期、完成日期、责任人；不写节点名则列出未完成的节点。",
    discussion: """
      例：taizhang milestone 12 主体封顶 --due 2026-06-30 --person 王工 --document 推进方案
          taizhang milestone 12 主体封顶 --done 2026-07-21      已登记的节点可以只写名称的一部分
          taizhang milestone 12 主体封顶 --remove               取消这个节点
          taizhang milestone                                   列出各项目未完成的节点
          taizhang milestone --overdue --as-of 2026-07-21      列出那一天已逾期的节点
          taizhang milestone 12                                列出项目 12 的全部节点
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var asked: MatterOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String?
  @Argument(help: ArgumentHelp("节点的名称", valueName: "节点")) var name: String?
  @Option(help: ArgumentHelp("完成的日期", valueName: "日期")) var done: String?
  @OptionGroup var said: MatterArguments
  @OptionGroup var filter: FilterOptions

  func validate() throws {
    if name == nil, done != nil || said.isStated { throw ValidationError("要写节点的名称。") }
  }

  func run() throws {
    guard let project, let name else {
      return try asked.list(.milestones, of: project, filter, ledger.operations)
    }
    var act = try said.act()
    act.done = try done.map(PartialDate.init(said:))
    let outcome = try ledger.operations.milestone(project, name, act)
    try Terminal.answer(outcome.reply.line, act: .of(outcome.edit.entry))
  }
}

/// `taizhang problem`: raises, hands over, closes or removes a problem of a project, or lists problems.
struct ProblemCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problem",
    abstract: "登记项目的问题：提出、移交、办结；不写问题则列出未办结的问题。",
    discussion: """
      例：taizhang problem 12 征地拆迁未完成 --document 协调会纪要         提出
          taizhang problem 12 征地 --to 市自然资源和规划局 --due 2026-07-31   移交，限期办结
          taizhang problem 12 征地 --close --date 2026-07-20             办结
          taizhang problem                                             列出各项目未办结的问题
          taizhang problem --overdue --unit 市自然资源和规划局              列出其中已逾期的
          taizhang problem 12                                          列出项目 12 的全部问题
      移交和办结时，已登记的问题可以只写其中几个字。
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var asked: MatterOptions
  @Argument(help: ArgumentHelp("编号、项目代码或名称", valueName: "项目")) var project: String?
  @Argument(help: ArgumentHelp("问题，一句话", valueName: "问题")) var words: String?
  @Option(help: ArgumentHelp("移交给哪个单位", valueName: "单位")) var to: String?
  @Flag(help: "办结") var close = false
  @Option(help: ArgumentHelp("提出、移交或办结的日期；不写就是今天", valueName: "日期")) var date: String?
  @OptionGroup var said: MatterArguments
  @OptionGroup var filter: FilterOptions

  func validate() throws {
    if words == nil, close || to != nil || date != nil || said.isStated {
      throw ValidationError("要写是什么问题。")
    }
  }

  func run() throws {
    guard let project, let words else {
      return try asked.list(.problemLog, of: project, filter, ledger.operations)
    }
    var act = try said.act()
    act.unit = to
    act.date = try date.map(PartialDate.init(said:))
    act.isClosed = close
    let outcome = try ledger.operations.problem(project, words, act)
    try Terminal.answer(outcome.reply.line, act: .of(outcome.edit.entry))
  }
}

/// The options that milestones and problems have in common.
struct MatterArguments: ParsableArguments {
  @Option(help: ArgumentHelp("应完成（办结）的日期", valueName: "日期")) var due: String?
  @Option(help: ArgumentHelp("责任人", valueName: "姓名")) var person: String?
  @Flag(help: "取消：登记错了，或不再需要") var remove = false
  @Option(name: [.long, .customLong("basis")], help: ArgumentHelp("依据的文件", valueName: "文件"))
  var document: String?
  @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

  /// Whether any option was given.
  var isStated: Bool { remove || [due, person, document, reason].contains { $0 != nil } }

  func act() throws -> MatterAct {
    var act = MatterAct()
    act.due = try due.map(PartialDate.init(said:))
    act.person = person
    act.isRemoved = remove
    act.document = document
    act.reason = reason
    return act
  }
}

/// Which milestones or problems are listed.
struct MatterOptions: ParsableArguments {
  @Flag(help: "只列已逾期的") var overdue = false
  @Flag(help: "连同已完成（办结）的") var all = false
  @Flag(help: "列出时输出一行 JSON") var json = false

  func list(
    _ field: Field, of project: String?, _ filter: FilterOptions, _ operations: LedgerOperations
  ) throws {
    let choice: MatterChoice = overdue ? .overdue : all || project != nil ? .all : .open
    let list = try operations.matters(field, choice, of: project, filter.question)
    if json { return try Terminal.answer(data: list.json.text) }
    try Terminal.answer(MatterListWords(list, choice).lines)
  }
}
