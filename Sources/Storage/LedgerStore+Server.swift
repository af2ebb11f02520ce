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
  /// The ledgers of a server with their last entries, and those that could not be read.
  package struct Heads: Sendable {
    package fileprivate(set) var standing: [StandingLedger] = []
    package fileprivate(set) var unread: [(name: String, error: StorageError)] = []
  }

  /// All ledgers that are stored together with one, each with its last entry, by name.
  package static func heads(beside path: String) throws -> Heads {
    var heads = Heads()
    for (name, path) in try ledgers(beside: path) {
      do {
        let last = try entry(nil, of: path).last
        heads.standing.append(StandingLedger(name: name, number: last.number, hash: last.hash))
      } catch let error as StorageError where error.isOfOneLedger {
        heads.unread.append((name, error))
      }
    }
    return heads
  }

  /// All ledgers that are kept together with one, by name, and where they stand; throws `missing` where none is.
  package static func ledgers(beside path: String) throws -> [(name: String, path: String)] {
    let ledgers = try StorageError.translating {
      try Engines.engine(for: path).ledgers(beside: path)
    }
    if ledgers.isEmpty { throw StorageError.missing(path: path) }
    return ledgers
  }

  /// Compares ledgers with what was noted elsewhere: returns `wentBack` for each that lacks an entry, has another one
  /// with its number, or does not exist, and the error of each that cannot be read.
  package static func differences(
    from noted: [StandingLedger], beside path: String
  ) throws -> [StorageError] {
    let ledgers = try StorageError.translating {
      try Engines.engine(for: path).ledgers(beside: path)
    }
    let paths = Dictionary(ledgers.map { ($0.name, $0.path) }) { $1 }
    return try noted.compactMap { known -> StorageError? in
      guard let path = paths[known.name] else {
        return .wentBack(path: known.name, seen: known.number, found: 0)
      }
      do {
        let found = try entry(known.number, of: path)
        if found.hash == known.hash { return nil }
        return .wentBack(
          path: Engines.name(of: path), seen: known.number, found: found.last.number)
      } catch let error as StorageError where error.isOfOneLedger {
        return error
      }
    }
  }

  /// The last entry of a ledger of any version, and the hash of the one with a number, if there is one.
  private static func entry(
    _ number: Int64?, of path: String
  ) throws -> (last: (number: Int64, hash: String), hash: String?) {
    let ledger = LedgerDatabase(
      try StorageError.translating { try Engines.engine(for: path).reading(path: path) })
    defer { try? ledger.close() }
    return try ledger.read { session in
      let last = try EntryWriter.last(session)
      // What is the hash of the entry with this number?
      let hash = try session.row(
        """
        SELECT hash
        FROM entry
        WHERE number = ?
        """, .optional(number)
      ) { $0.text(0) }
      return ((last.number, last.hash), hash)
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
  /// where there is none, `unknownLogin`.
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

extension StorageError {
  /// Whether the error is about a ledger, not about the server: others beside it can be read.
  package var isOfOneLedger: Bool {
    switch self {
    case .missing, .notReadable, .newerSchema, .olderSchema, .busy, .notALedger: true
    default: false
    }
  }
}
