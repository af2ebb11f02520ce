package import Intake
import Ledger
import Spreadsheet
package import Wording

/// A recipe as the file that `import --recipe` reads.
///
/// What a person specified is active; what the rules found is commented out with `#`, to be uncommented and
/// changed.
package struct RecipeText {
  private let recipe: Recipe

  package init(_ recipe: Recipe) { self.recipe = recipe }

  /// YAML. `hints` words how to submit the file.
  package func text(_ hints: HintWords) -> String {
    let head = RecipeWords.head(
      file: YAMLText.comment(recipe.file), giveBack: hints(.act(.giveBackLayout)))
    let lines =
      head.map { "# " + $0 } + ["sender: \(YAMLText.quoted(recipe.sender))", "tables:"]
      + recipe.tables.flatMap(lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ table: Recipe.Table) -> [String] {
    // A single table is not identified by its sheet, whose name may differ next month.
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
