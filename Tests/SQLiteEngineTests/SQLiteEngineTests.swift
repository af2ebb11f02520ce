import Engine
import Testing

@testable import SQLiteEngine

@Suite struct SQLiteEngineTests {
  @Test func `every version has the objects of the one before, but those that a step drops`() throws
  {
    let engine = SQLiteEngine()
    let versions = try (0...engine.latestSchema).map { try engine.schema(version: $0) }
    #expect(versions[0].isEmpty)
    for (older, newer) in zip(versions, versions.dropFirst()) {
      #expect(Set(older.keys).subtracting(newer.keys) == [])
    }
  }

  @Test func `the table of entries lists no kinds of acts`() throws {
    let schema = try SQLiteEngine().schema(version: Migration.latest)
    let entry = try #require(schema[SchemaObject(type: "table", name: "entry")])
    #expect(!entry.contains("'milestone'"))
  }

  @Test(arguments: [
    ("SELECT sum(n) FROM (SELECT 9223372036854775807 AS n UNION ALL SELECT 1)", true),
    ("SELECT abs(-9223372036854775808)", true), ("SELECT 1 +", false), ("SELECT nothing", false),
  ])
  func `a refusal says what it means, with SQLite's own code`(sql: String, isOverflow: Bool) throws
  {
    let error = try #require(throws: EngineError.self) {
      try SQLiteDatabase.inMemory { _ = try $0.integer(sql) }
    }
    guard case .refused(let refusal, let code, let message) = error else {
      Issue.record("\(error)")
      return
    }
    #expect((refusal == .overflow) == isOverflow)
    #expect(code & 0xFF == 1)
    #expect(!message.isEmpty)
  }

  static let facts: [(code: Int32, fact: EngineError)] = [
    (5, .busy(path: "/nowhere/x")), (26, .notALedger(path: "/nowhere/x")),
    (8, .notWritable(path: "/nowhere/x")), (13, .diskFull(path: "/nowhere/x")),
    (10, .refused(.disk, code: 10, message: "m")), (11, .refused(.other, code: 11, message: "m")),
  ]

  @Test(arguments: facts)
  func `a code of SQLite is a fact`(code: Int32, fact: EngineError) {
    #expect(EngineError(code: code, message: "m", path: "/nowhere/x") == fact)
  }
}
