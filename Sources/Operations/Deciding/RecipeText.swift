package import Intake
import Ledger
import Spreadsheet
package import Wording

/// A recipe as the file that `import --recipe` reads.
///
/// What a person told stands as it counts; what was only read stands behind `#`, to be uncommented where
/// it is to be told otherwise.
package struct RecipeText {
  private let recipe: Recipe

  package init(_ recipe: Recipe) { self.recipe = recipe }

  /// YAML. The skin words how the file is given back.
  package func text(_ hints: HintWords) -> String {
    let head = RecipeWords.head(
      file: YAMLText.comment(recipe.file), giveBack: hints(.act(.giveBackLayout)))
    let lines =
      head.map { "# " + $0 } + ["sender: \(YAMLText.quoted(recipe.sender))", "tables:"]
      + recipe.tables.flatMap(lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ table: Recipe.Table) -> [String] {
    // The only table is told by no name: next month its sheet is called otherwise.
    var members = recipe.tables.count == 1 ? [] : ["sheet: \(YAMLText.quoted(table.sheet ?? ""))"]
    if let header = table.header {
      members.append("header: \(header.lowerBound)-\(header.upperBound)")
    }
    if !table.skipped.isEmpty {
      members.append("skip: [\(table.skipped.map(YAMLText.quoted).joined(separator: ", "))]")
    }
    if !table.constants.isEmpty {
      let constants = table.constants.sorted { $0.key < $1.key }.map {
        "\($0.key): \(YAMLText.quoted($0.value))"
      }
      members.append("constants: {\(constants.joined(separator: ", "))}")
    }
    members.append("columns:")
    return members.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      + table.columns.map { ($0.isTold ? "  " : "  # ") + line($0) }
  }

  private func line(_ column: Recipe.Column) -> String {
    var members = ["column: \(column.letters)"]
    if let header = column.header, !header.isEmpty {
      members.append("header: \(YAMLText.quoted(header))")
    }
    members.append("field: \(column.meaning.isEmpty ? "ignore" : YAMLText.quoted(column.meaning))")
    if let unit = column.unit { members.append("unit: \(unit)") }
    return "- {\(members.joined(separator: ", "))}"
  }
}
