import Engine

/// One numbered step of the schema. A released step is never edited; a later one corrects it.
struct Migration: Sendable {
  let number: Int
  let sql: String
  /// Whether the balance must be rewritten from the journal because the step moved data in it.
  var refillsBalance = false

  /// All steps in order; the last one's number is the schema version of this program.
  static let all: [Migration] = [
    .ledger, .registers, .acts, .publications, .matters, .digests, .sealing, .kinds, .notes,
    .words, .searchedPersons, .lentWords,
  ]

  static var latest: Int { all.count }

  /// The application ID of a ledger's file: "TZ26" in ASCII.
  static let applicationID = 0x545A_3236
}

/// The application ID of a kind of file and the steps of its schema.
struct FileSchema: Sendable {
  let mark: Int
  let steps: [Migration]

  static let ledger = FileSchema(mark: Migration.applicationID, steps: Migration.all)

  /// The schema version of this program.
  var latest: Int { steps.count }
}

extension SQLiteDatabase {
  func version() throws -> Int {
    try reading { connection in
      let version = try connection.schemaVersion
      if version == 0, try connection.isEmpty { return 0 }
      guard try connection.applicationID == schema.mark else {
        throw EngineError.notALedger(path: path)
      }
      guard version <= schema.latest else {
        throw EngineError.newerSchema(found: version, known: schema.latest)
      }
      return version
    }
  }

  /// The balance is filled once, after the last step, because the code that writes it knows only the newest tables. A
  /// step may rewrite a table that others refer to, so references are checked after all steps.
  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps? {
    let version = try version()
    let steps = schema.steps.filter { $0.number > version }
    guard !steps.isEmpty else { return nil }
    let refillsBalance = steps.contains(where: \.refillsBalance)
    try writeWithoutReferences { connection in
      for step in steps { try connection.run(step.sql) }
      if refillsBalance { try refill(connection) }
      try connection.setApplicationID(schema.mark)
      try connection.setSchemaVersion(schema.latest)
    }
    return SchemaSteps(from: version, refilledBalance: refillsBalance)
  }
}
