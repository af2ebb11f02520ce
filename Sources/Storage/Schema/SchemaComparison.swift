import GRDB

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

/// Compares a file's schema with the one this program makes, object by object, to the letter.
///
/// Nothing but the list of objects is read, so that no view or trigger of a stranger's file runs.
enum SchemaComparison {
  /// What differs in the file of a session that says it is of a schema version, by type and name.
  static func differences(_ session: Session, version: Int) throws -> [SchemaDifference] {
    let found = try objects(in: session)
    let made = try objects(of: version)
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

  private struct Object: Hashable {
    let type: String
    let name: String
  }

  /// The objects that the first so many migrations make, in a database in memory.
  private static func objects(of version: Int) throws -> [Object: String] {
    let queue = try DatabaseQueue()
    return try queue.writeWithoutTransaction { database in
      try Engine.session(Session(database, path: ":memory:")) { session in
        for step in Migration.all.prefix(version) { try session.run(step.sql) }
        return try objects(in: session)
      }
    }
  }

  /// Each object with its table and the statement that made it.
  private static func objects(in session: Session) throws -> [Object: String] {
    // Of what does the file say that it consists?
    let rows = try session.rows(
      """
      SELECT type, name, tbl_name || ': ' || coalesce(sql, '')
      FROM sqlite_schema
      ORDER BY rowid
      """
    ) { (Object(type: $0.text(0), name: $0.text(1)), $0.text(2)) }
    // What stands twice is altered, whatever it says.
    return Dictionary(rows) { $0 + "; " + $1 }
  }
}
