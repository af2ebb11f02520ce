package import Ledger

/// A value that a recipe gives the rows of a table that say nothing themselves: the 县区 of a county's list.
///
/// It stands in no cell; its origin is the recipe.
package struct Constant: Hashable, Sendable {
  package let key: FieldKey
  package let value: Value
  /// As the recipe writes it.
  package let text: String
}

extension Recipe.Table {
  /// Its constants as values; what the catalogue no longer knows is left out.
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

  /// Whether a field may be given to every row: one value of its own, and none that tells projects apart.
  static func mayGive(_ field: Field) -> Bool {
    field.kind.isColumn && !field.kind.hasParts
      && ![.name, .code, .localNumber, .package].contains(field)
  }
}
