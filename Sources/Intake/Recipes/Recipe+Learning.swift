package import Ledger
import Spreadsheet

extension Recipe {
  /// The recipe learned from a list; nil if it has no tables. Tables of the earlier recipe that a person
  /// wrote and that are not in the list are kept.
  package init?(
    learnedFrom list: ProjectList, sender: String, file: String, _ earlier: Recipe?,
    _ catalogue: Catalogue
  ) {
    let tables = list.tables.filter { $0.layout.form == nil }.map {
      Table(learnedFrom: $0.layout, catalogue)
    }
    if tables.isEmpty { return nil }
    let met = Set(list.tables.compactMap(\.layout.last))
    let absent = earlier?.tables.filter { $0.isTold && !met.contains($0) } ?? []
    self.init(sender: sender, file: file, tables: tables + absent)
  }

  /// Whether each table of a list has nearly all columns of a table of this recipe.
  package func fits(_ list: ProjectList) -> Bool {
    !list.tables.isEmpty
      && list.tables.allSatisfy { table in
        let columns = table.layout.columns
        let forms = Set(
          columns.map {
            HeaderSignature.form(of: $0.path.joined(separator: "/"), else: $0.letters)
          })
        return columns.count >= 4 && tables.contains { $0.likeness(to: forms) >= 0.9 }
      }
  }

  /// Whether it has the same layout as another recipe, whatever the month and file.
  package func lays(outLike other: Recipe) -> Bool {
    tables.map(\.withoutMonth) == other.tables.map(\.withoutMonth)
  }
}

extension Recipe.Table {
  /// The table without what changes every month: the sheet's name, the months in headers.
  fileprivate var withoutMonth: Self {
    Self(
      sheet: nil, header: header, skipped: skipped, skippedRows: skippedRows,
      columns: columns.map { column in
        Recipe.Column(
          letters: column.letters, header: column.form, meaning: column.meaning,
          unit: column.unit, isTold: column.isTold)
      }, constants: constants)
  }

  /// Learns a table from its layout.
  init(learnedFrom layout: TableLayout, _ catalogue: Catalogue) {
    let told = layout.told
    let header: ClosedRange<Int>? =
      if told?.header != nil, let first = layout.headerRows.first, let last = layout.headerRows.last
      {
        first...last
      } else { nil }
    self.init(
      sheet: layout.sheet, header: header,
      skipped: ((told?.skipped ?? []) + layout.skippedTexts).reduce(into: []) { texts, text in
        if !texts.contains(text) { texts.append(text) }
      },
      columns: layout.columns.map { column in
        Recipe.Column(
          letters: column.letters, header: column.path.joined(separator: "/"),
          meaning: column.meaning.textWithoutPeriod(catalogue), unit: column.unit?.word,
          isTold: column.isTold)
      }, constants: told?.constants ?? [:])
  }
}

extension ColumnMeaning {
  /// The interchange form without the period of a series, which the header states anew each month.
  fileprivate func textWithoutPeriod(_ catalogue: Catalogue) -> String {
    if case .series(let field, _) = self { field.id } else { text(catalogue) }
  }
}

extension RecipeFile {
  /// The lines of the tables that match none in a list.
  package func unused(in list: ProjectList) -> [Int] {
    let used = Set(list.tables.compactMap(\.layout.told))
    return zip(lines, tables).filter { !used.contains($0.1) }.map(\.0)
  }
}
