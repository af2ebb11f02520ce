import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang catalogue`: lists, shows and changes the names and settings of the city.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "目录：产业链、单位、县区、阶段、清单、目标、任务。",
    subcommands: [ListItems.self, ShowItem.self, SetItem.self])

  /// The kind with an identifier or a Chinese label.
  static func kind(_ text: String) throws -> CatalogueKind {
    guard
      let kind = CatalogueKind(rawValue: text)
        ?? CatalogueKind.allCases.first(where: { $0.label == text })
    else { throw OperationError.unknownItem(kind: text, code: "") }
    return kind
  }

  struct ListItems: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出目录或其中一类。", discussion: "例：taizhang catalogue list chain")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("类别，如 chain、unit", valueName: "类别")) var kind: String?

    func run() throws {
      let catalogue = try ledger.operations.catalogueWithHeaders()
      guard let kind else {
        var table = TextTable([("类别", .left), ("名称", .left), ("条数", .right)])
        for kind in CatalogueKind.allCases {
          table.add([kind.rawValue, kind.label, String(catalogue.items(of: kind).count)])
        }
        return try Terminal.answer(table.lines)
      }
      var table = TextTable([("代码", .left), ("名称", .left), ("别名", .left)])
      for item in catalogue.items(of: try CatalogueCommand.kind(kind)) {
        let aliases = item.aliases.map(\.text).joined(separator: "、")
        table.add([item.code, item.name, TextTable.cut(aliases, to: 60)])
      }
      try Terminal.answer(table.lines)
    }
  }

  struct ShowItem: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "显示目录的一条。",
      discussion: "例：taizhang catalogue show chain ai-robot")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("类别", valueName: "类别")) var kind: String
    @Argument(help: ArgumentHelp("代码", valueName: "代码")) var code: String
    @Flag(help: "属性输出一行 JSON") var json = false

    func run() throws {
      let kind = try CatalogueCommand.kind(kind)
      guard let item = try ledger.operations.catalogueWithHeaders().item(kind, code) else {
        throw OperationError.unknownItem(kind: kind.rawValue, code: code)
      }
      if json { return try Terminal.answer(data: item.attributes.json) }
      try Terminal.answer("\(item.name)（\(kind.label) \(item.code)）")
      if !item.aliases.isEmpty {
        try Terminal.answer("别名：" + item.aliases.map(\.text).joined(separator: "、"))
      }
      try Terminal.answer(
        AttributeWords.lines(item.attributes).flatMap {
          TextTable.folded($0, to: Terminal.width)
        })
    }
  }

  struct SetItem: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "修改或新增目录的一条，留痕如同其他凭证。",
      discussion: """
        例：taizhang catalogue set target output-ai-robot value=260 --reason 市政府调整目标
            taizhang catalogue set target output-ai-robot year=2027 value=300    明年的，今年的不动
            taizhang catalogue set unit drc alias=市发展改革委员会
            taizhang catalogue set header total_investment alias=投资盘子
            taizhang catalogue set unit new-office name=市轴承产业办公室 --new
        目录里没有的代码要加 --new 才新增；别的条目已有的名称、别名不能再用。
        """)

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("类别", valueName: "类别")) var kind: String
    @Argument(help: ArgumentHelp("代码", valueName: "代码")) var code: String
    // `-alias=` begins like an option.
    @Argument(
      parsing: .allUnrecognized,
      help: ArgumentHelp("name、alias、-alias 或属性路径 = 值", valueName: "属性=值"))
    var values: [String]
    @Flag(help: "新增目录里没有的一条") var new = false
    @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

    func run() throws {
      let assignments = try values.map { argument in
        guard let mark = argument.firstIndex(of: "=") else {
          throw OperationError.malformedArgument(argument)
        }
        return (
          path: String(argument[..<mark]), text: String(argument[argument.index(after: mark)...])
        )
      }
      let outcome = try ledger.operations.setItem(
        try CatalogueCommand.kind(kind), code: code, isNew: new, assignments, reason: reason)
      let item = outcome.item
      Terminal.note(
        Reply.itemSet(item.kind, name: item.name, year: item.year, entry: outcome.entry.number)
          .line)
    }
  }
}
