package import Ledger

/// A value that a recipe sets for rows of a table without their own: the 县区 of a county's list.
///
/// It has no cell; its origin is the recipe.
package struct Constant: Hashable, Sendable {
  package let key: FieldKey
  package let value: Value
  /// The value as written in the recipe.
  package let text: String
}

extension Recipe.Table {
  /// The table's constants as values; those the catalogue no longer knows are left out.
  func constants(_ lexicon: HeaderLexicon, _ catalogue: Catalogue, year: Int) -> [Constant] {
    if constants.isEmpty { return [] }
    let assignments = constants.sorted { $0.key < $1.key }.map {
      Assignment(field: $0.key, text: $0.value)
    }
    let reader = AssignmentReader(catalogue: catalogue, lexicon: lexicon, year: year)
    return reader.read(assignments).values.compactMap { value in
      value.column.map {
        Constant(key: value.key, value: value.value, text: assignments[$0].text)
      }
    }
  }

  /// Whether a field can be a constant: it holds a single value and does not identify projects.
  static func mayGive(_ field: Field) -> Bool {
    field.kind.isColumn && !field.kind.hasParts
      && ![.name, .code, .localNumber, .package].contains(field)
  }
}
