package import Engine
import Foundation
import Machine

/// Ledgers as SQLite files: one file each, many readers, one writing process at a time.
package struct SQLiteEngine: DatabaseEngine {
  package init() {}

  package var latestSchema: Int { Migration.latest }

  package func schema(version: Int) throws -> [SchemaObject: String] {
    try SQLiteDatabase.inMemory { connection in
      for step in Migration.all.prefix(version) { try connection.run(step.sql) }
      return try connection.schema()
    }
  }

  package func accountsSchema() throws -> [SchemaObject: String] {
    try SQLiteDatabase.inMemory { connection in
      for step in FileSchema.access.steps { try connection.run(step.sql) }
      return try connection.schema()
    }
  }

  package func name(of path: String) -> String { path }

  package func stands(at path: String) throws -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  package func makePlace(for path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw EngineError.notWritable(path: path)
    }
  }

  package func check(path: String) throws { try LedgerPlace.check(path) }

  package func reading(path: String) throws -> any Database {
    try SQLiteDatabase.reading(path: path)
  }

  package func writing(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> any Database {
    try LedgerPlace.checkForWriting(path)
    return try SQLiteDatabase.writing(path: path, timeout: timeout, waits)
  }

  package func beginning(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> (any Database)? {
    try LedgerPlace.checkForWriting(path)
    return try SQLiteDatabase.beginning(path: path, timeout: timeout, waits)
  }

  package func examine(path: String) throws -> [ServerFinding] { [] }

  package func ledgers(beside path: String) throws -> [(name: String, path: String)] {
    try stands(at: path) ? [(URL(filePath: path).lastPathComponent, path)] : []
  }

  package func permit(_ login: String, _ permission: LedgerPermission, at path: String) throws {
    throw EngineError.notOffered(path: path)
  }

  package func place(beside path: String, ending: String) throws -> String {
    throw EngineError.notOffered(path: path)
  }

  package func exchange(
    _ path: String, by other: String, kept: String, expecting last: String?, timeout: Duration
  ) throws -> String? {
    throw EngineError.notOffered(path: path)
  }

  package func remove(path: String) throws { throw EngineError.notOffered(path: path) }

  package func accountsStand(at path: String) throws -> Bool { RealPath.facts(of: path) != nil }

  package func accounts(path: String) throws -> any Database {
    try LedgerPlace.checkForWriting(path)
    return try SQLiteDatabase.shared(path: path, schema: .access)
  }

  package func files(of path: String) -> [String] { LedgerFiles(path: path).all }

  package func replacement(
    of path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement {
    try SQLiteReplacement(
      of: LedgerFiles(path: path), by: LedgerFiles(path: backup), timeout: timeout)
  }

  package func replacement(
    ofAccounts path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement {
    try SQLiteReplacement(
      of: LedgerFiles(path: path), by: LedgerFiles(path: backup), timeout: timeout,
      schema: .access)
  }
}
