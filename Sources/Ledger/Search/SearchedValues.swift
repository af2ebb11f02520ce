/// The values of a project by which it is found.
package struct SearchedValues: Sendable {
  /// A field in which a search looks.
  struct Part: Sendable {
    let field: Field
    /// Whether it is also found by pinyin and initials.
    let isSpoken: Bool

    init(_ field: Field, isSpoken: Bool = false) {
      self.field = field
      self.isSpoken = isSpoken
    }
  }

  /// In the order in which they stand in the search text. A field more is a line here, and a migration
  /// that fills the balance again. Personal data is never among them: leaders and responsible persons
  /// are named in office.
  static let parts: [Part] = [
    Part(.name, isSpoken: true), Part(.otherNames, isSpoken: true), Part(.code), Part(.localNumber),
    Part(.owner, isSpoken: true),
    Part(.investor), Part(.leader), Part(.responsiblePerson), Part(.district), Part(.zone),
  ]

  /// The place of each field among the parts, by `Field.rawValue`.
  private static let places = Field.allCases.map { field in
    parts.firstIndex { $0.field == field }
  }

  /// What the project says, by the places of the parts.
  private(set) var values: [Value?]

  package init() { values = Array(repeating: nil, count: Self.parts.count) }

  package init(_ record: Record) {
    self.init()
    for entry in record.entries { take(entry.value, of: entry.key.field) }
  }

  /// Takes a value of the project, if it is one of these.
  package mutating func take(_ value: Value, of field: Field) {
    if let place = Self.places[Int(field.rawValue)] { values[place] = value }
  }
}
