import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang recipes`: shows how the lists of each sender are laid out.
struct Recipes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipes",
    abstract: "版式：各报送单位的清单长什么样，读错了怎么指定。",
    discussion: """
      每次导入都记下版式，下个月不一样的地方会先说明。读错了，把版式写成文件，改好后交回：
      例：taizhang recipes show 鹿寨县项目建设指挥部办公室 > 版式.yaml
          taizhang import 4月清单.xlsx --recipe 版式.yaml
          taizhang recipes forget 鹿寨县项目建设指挥部办公室
      """,
    subcommands: [ListRecipes.self, ShowRecipe.self, ForgetRecipe.self],
    defaultSubcommand: ListRecipes.self)

  struct ListRecipes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出版式。")

    @OptionGroup var ledger: LedgerOptions
    @Flag(help: "输出一行 JSON") var json = false

    func run() throws {
      let words = RecipeTable(try ledger.operations.recipes())
      if json { return try Terminal.answer(data: words.json.text) }
      try Terminal.answer(words.table)
    }
  }

  struct ShowRecipe: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "写出一个报送单位的版式，可改好后用 import --recipe 交回。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("报送单位", valueName: "单位")) var sender: String

    func run() throws {
      let operations = try ledger.operations
      try Terminal.answer(
        data: RecipeText(try operations.recipe(of: sender)).text(operations.hints))
    }
  }

  struct ForgetRecipe: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget", abstract: "忘掉一个报送单位的版式，连同指定过的：下次只按规则读。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("报送单位", valueName: "单位")) var sender: String
    @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

    func run() throws {
      let entry = try ledger.operations.forgetRecipe(of: sender, reason: reason)
      Terminal.note(Reply.recipeForgotten(entry: entry.number).line)
    }
  }
}
