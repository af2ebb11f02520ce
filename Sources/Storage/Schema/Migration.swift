/// One numbered step of the schema. A released step is never edited: the next one mends it.
struct Migration: Sendable {
  let number: Int
  let sql: String

  /// All steps in order; the last one's number is the version this program writes.
  static let all: [Migration] = [.ledger]

  static var latest: Int { all.count }

  /// The mark of a ledger's file: "TZ26" in ASCII.
  static let applicationID = 0x545A_3236
}

extension Engine {
  /// The schema version of the file; throws when it is no ledger or comes from a newer program.
  func checkedVersion() throws -> Int {
    try read { session in
      let version = try session.schemaVersion
      if version == 0, try session.isEmpty { return 0 }
      guard try session.applicationID == Migration.applicationID else {
        throw StorageError.notALedger(path: path)
      }
      guard version <= Migration.latest else {
        throw StorageError.newerSchema(found: version, known: Migration.latest)
      }
      return version
    }
  }

  /// Takes the file through the steps it has not seen; each is one transaction.
  func migrate() throws {
    let version = try checkedVersion()
    for migration in Migration.all where migration.number > version {
      try write { session in
        try session.run(migration.sql)
        try session.setApplicationID(Migration.applicationID)
        try session.setSchemaVersion(migration.number)
      }
    }
  }
}
