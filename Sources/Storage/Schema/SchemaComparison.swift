import Engine

/// An object of a ledger's schema that differs from this program's.
package struct SchemaDifference: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// Only the program's schema has it.
    case missing
    /// Only the ledger has it.
    case extra
    case altered
  }

  /// The type in the database: `table`, `index`, `view`, `trigger`.
  package let type: String
  package let name: String
  package let state: State
}

/// Compares a ledger's schema with this program's, object by object, byte by byte.
enum SchemaComparison {
  /// The differences of a ledger from a schema version, by type and name.
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
