import Engine

/// A ledger of a server, with its last entry.
package struct StandingLedger: Hashable, Sendable {
  /// The name in the database; the path of a file.
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
  /// All ledgers that are stored together with one, each with its last entry, by name.
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

  /// Throws `wentBack` if a ledger of a server lacks an entry that was noted elsewhere, or has another one with its
  /// number; `missing` if the ledger does not exist.
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
          // What is the hash of the entry with this number?
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

  /// Which of the properties that ledgers need the server has; empty for a file.
  package static func examine(_ path: String) throws -> [ServerCheck] {
    try StorageError.translating {
      try Engines.engine(for: path).examine(path: path).map(ServerCheck.init)
    }
  }

  /// What a login of a server may do with a ledger.
  package enum Permission: Sendable {
    /// Adds to the journal, which it cannot alter, and alters the balance.
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
