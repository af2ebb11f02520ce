import Engine

/// A ledger among those of a server, with its last entry.
package struct StandingLedger: Hashable, Sendable {
  /// What it is called in its database; a file's path.
  package let name: String
  package let number: Int64
  /// The hash of that entry.
  package let hash: String

  package init(name: String, number: Int64, hash: String) {
    self.name = name
    self.number = number
    self.hash = hash
  }
}

extension LedgerStore {
  /// All ledgers that are kept together with one, each with its last entry, by name.
  package static func heads(beside path: String) throws -> [StandingLedger] {
    try StorageError.translating {
      let engine = Engines.engine(for: path)
      return try ledgers(beside: path).map { name, path in
        let ledger = LedgerDatabase(try engine.reading(path: path))
        defer { try? ledger.close() }
        let last = try ledger.read(EntryWriter.last)
        return StandingLedger(name: name, number: last.number, hash: last.hash)
      }
    }
  }

  /// All ledgers that are kept together with one, by name, and where they stand; throws `missing` where none is.
  package static func ledgers(beside path: String) throws -> [(name: String, path: String)] {
    let ledgers = try StorageError.translating {
      try Engines.engine(for: path).ledgers(beside: path)
    }
    if ledgers.isEmpty { throw StorageError.missing(path: path) }
    return ledgers
  }

  /// Throws `wentBack` where a ledger among those of a server lacks an entry that was noted elsewhere, or has another
  /// one of its number; `missing` where it is gone.
  package static func prove(_ noted: [StandingLedger], beside path: String) throws {
    try StorageError.translating {
      let engine = Engines.engine(for: path)
      let paths = Dictionary(try engine.ledgers(beside: path).map { ($0.name, $0.path) }) { $1 }
      for known in noted {
        guard let path = paths[known.name] else { throw StorageError.missing(path: known.name) }
        let ledger = LedgerDatabase(try engine.reading(path: path))
        defer { try? ledger.close() }
        try ledger.read { session in
          let last = try EntryWriter.last(session)
          // What is the entry of that number?
          let hash = try session.row(
            """
            SELECT hash
            FROM entry
            WHERE number = ?
            """, .integer(known.number)
          ) { $0.text(0) }
          guard hash == known.hash else {
            throw StorageError.wentBack(
              path: engine.name(of: path), seen: known.number, found: last.number)
          }
        }
      }
    }
  }

  /// What the server that keeps a ledger does of what ledgers need; empty where it is a file.
  package static func examine(_ path: String) throws -> [ServerCheck] {
    try StorageError.translating {
      try Engines.engine(for: path).examine(path: path).map(ServerCheck.init)
    }
  }

  /// What a login of a server may do with a ledger.
  package enum Permission: Sendable {
    /// Adds to the journal, which nobody alters, and alters what is made of it.
    case writer
    case reader
    case nobody
  }

  /// Lets a login of the server do so much with a ledger, and no more. Throws `notOffered` where it is a file, `missing`
  /// where there is none.
  package static func permit(
    _ login: String, _ permission: Permission, at path: String
  ) throws {
    let given: LedgerPermission =
      switch permission {
      case .writer: .writer
      case .reader: .reader
      case .nobody: .nobody
      }
    guard try stands(at: path) else { throw StorageError.missing(path: path) }
    try StorageError.translating { try Engines.engine(for: path).permit(login, given, at: path) }
  }
}
