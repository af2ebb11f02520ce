import Intake
import Ledger
import Matching
import Operations

/// Recipes as text and as JSON.
struct RecipeTable {
  private let recipes: [RecordedRecipe]

  init(_ recipes: [RecordedRecipe]) { self.recipes = recipes }

  var table: [String] {
    if recipes.isEmpty { return ["还没有版式：导入写明报送单位的清单就会记下。"] }
    var table = TextTable([
      ("报送单位", .left), ("来自", .left), ("表", .right), ("列", .right), ("指定", .left), ("凭证", .right),
      ("记下的人", .left), ("时间", .left),
    ])
    for recorded in recipes {
      let tables = recorded.recipe.tables
      let columns = tables.flatMap(\.columns)
      let told = columns.count(where: \.isTold)
      let words =
        [
          tables.contains { $0.header != nil } ? "表头" : nil, told > 0 ? "\(told) 列" : nil,
          tables.contains { !$0.skipped.isEmpty } ? "不读的行" : nil,
          tables.contains { !$0.constants.isEmpty } ? "固定值" : nil,
        ].compactMap { $0 }
      table.add([
        recorded.recipe.sender, recorded.recipe.file, String(tables.count), String(columns.count),
        words.joined(separator: "、"), String(recorded.entry.number), recorded.entry.actor,
        ShanghaiCalendar.text(recorded.entry.at),
      ])
    }
    return table.lines
  }

  var json: JSON {
    .array(
      recipes.map { recorded in
        .object([
          ("sender", .string(recorded.recipe.sender)), ("file", .string(recorded.recipe.file)),
          ("tables", .integer(Int64(recorded.recipe.tables.count))),
          ("columns", .integer(Int64(recorded.recipe.tables.reduce(0) { $0 + $1.columns.count }))),
          ("told", .bool(recorded.recipe.isTold)), ("entry", .integer(recorded.entry.number)),
          ("actor", .string(recorded.entry.actor)),
          ("at", .string(ShanghaiCalendar.text(recorded.entry.at))),
        ])
      })
  }
}
