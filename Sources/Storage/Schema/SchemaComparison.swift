import Engine

/// An object of a file's schema that is not as this program makes it.
package struct SchemaDifference: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// The program makes it, and the file has none.
    case missing
    /// The program makes none of that name.
    case extra
    case altered
  }

  /// What the file says it is: `table`, `index`, `view`, `trigger`.
  package let type: String
  package let name: String
  package let state: State
}

/// Compares a ledger's schema with the one this program makes, object by object, to the letter.
enum SchemaComparison {
  /// What differs in a ledger that says it is of a schema version, by type and name.
  static func differences(
    _ connection: any Connection, of engine: any DatabaseEngine, version: Int
  ) throws -> [SchemaDifference] {
    let found = try connection.schema()
    let made = try engine.schema(version: version)
    let names = Set(found.keys).union(made.keys)
    return names.compactMap { object in
      let state: SchemaDifference.State
      switch (found[object], made[object]) {
      case (_, nil): state = .extra
      case (nil, _): state = .missing
      case (let found?, let made?):
        if found == made { return nil }
        state = .altered
      }
      return SchemaDifference(type: object.type, name: object.name, state: state)
    }.sorted { ($0.type, $0.name) < ($1.type, $1.name) }
  }
}
