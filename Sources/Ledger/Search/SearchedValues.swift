/// The values of a project used in searches.
package struct SearchedValues: Sendable {
  /// A searched field.
  struct Part: Sendable {
    let field: Field
    /// Whether it is also found by pinyin and initials.
    let isSpoken: Bool

    init(_ field: Field, isSpoken: Bool = false) {
      self.field = field
      self.isSpoken = isSpoken
    }
  }

  /// The parts in search text order. An additional field needs a line here, and a migration that
  /// rebuilds the balance. Personal data is never included: leaders and responsible persons are
  /// officials.
  static let parts: [Part] = [
    Part(.name, isSpoken: true), Part(.otherNames, isSpoken: true), Part(.code), Part(.localNumber),
    Part(.owner, isSpoken: true),
    Part(.investor), Part(.leader), Part(.responsiblePerson), Part(.district), Part(.zone),
  ]

  /// The index of each field among the parts, by `Field.rawValue`.
  private static let places = Field.allCases.map { field in
    parts.firstIndex { $0.field == field }
  }

  /// The project's values, by the index of the part.
  private(set) var values: [Value?]

  package init() { values = Array(repeating: nil, count: Self.parts.count) }

  package init(_ record: Record) {
    self.init()
    for entry in record.entries { take(entry.value, of: entry.key.field) }
  }

  /// Takes a value of the project, if its field is searched.
  package mutating func take(_ value: Value, of field: Field) {
    if let place = Self.places[Int(field.rawValue)] { values[place] = value }
  }
}
